'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { api } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import { chooseCompany, useCompanySlug } from './company.ts';
import { hueOf, showHue } from './hue.ts';
import { holds } from './scopes.ts';

export type Me = Answer<'/auth/me'>;
export type Company = Me['tenants'][number];

export interface Session {
  readonly me: Me;
  /** The chosen company; missing for who has none. */
  readonly company: Company | undefined;
}

export const ME = ['/auth/me'] as const;
const Context = createContext<Session | undefined>(undefined);

/** Asked without a dialog in the way: whoever isn't logged in is led to the login instead. */
export const useMe = () =>
  useQuery<Me, ApiError>({
    queryKey: ME,
    queryFn: ({ signal }) => api.get('/auth/me', {}, signal),
  });

export function SessionProvider({ me, children }: { me: Me; children: ReactNode }) {
  const slug = useCompanySlug();
  const company = me.tenants.find((one) => one.slug === slug) ?? me.tenants[0];
  useEffect(() => {
    if (company?.slug !== slug) chooseCompany(company?.slug);
    if (company) showHue(hueOf(company));
  }, [company, slug]);
  // Until the choice is kept, calls would go out for another company.
  if (company?.slug !== slug) return null;
  return <Context value={{ me, company }}>{children}</Context>;
}

/** Inside the shell only. */
export function useSession(): Session {
  const session = use(Context);
  if (!session) throw new Error('useSession outside of the shell');
  return session;
}

/** Whether the person's role in the chosen company allows it; what it doesn't is not offered. The API decides. */
export function useMay(): (scope: string) => boolean {
  const { company } = useSession();
  return (scope) => company !== undefined && holds(company.scopes, scope);
}
