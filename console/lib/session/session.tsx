'use client';

import { useQuery } from '@tanstack/react-query';
import { usePathname, useSearchParams } from 'next/navigation';
import { createContext, use, useEffect, type ReactNode } from 'react';
import { api } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import { chooseCompany, COMPANY, inCompany, useCompanySlug } from './company.ts';
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

interface SessionProviderProps {
  readonly me: Me;
  /** Instead of the page, where the address names a company that the person isn't in. */
  readonly elsewhere: (slug: string) => ReactNode;
  readonly children: ReactNode;
}

/** The company is the address's. An address without one means the tab's company, and names it from then on. */
export function SessionProvider({ me, elsewhere, children }: SessionProviderProps) {
  const path = usePathname();
  const params = useSearchParams();
  const asked = params.get(COMPANY) || undefined;
  const slug = useCompanySlug();
  const company =
    me.tenants.find((one) => one.slug === (asked ?? slug)) ??
    (asked === undefined ? me.tenants[0] : undefined);
  useEffect(() => {
    if (company && company.slug !== slug) chooseCompany(company.slug);
    if (company) showHue(hueOf(company));
  }, [company, slug]);
  useEffect(() => {
    if (!company || asked !== undefined) return;
    const { pathname, search, hash } = window.location;
    window.history.replaceState(null, '', inCompany(pathname + search + hash, company.slug));
  }, [company, asked, path, params]);
  if (asked !== undefined && !company) return elsewhere(asked);
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

/** The slug of the company that this is shown in; none on the way in. */
export const useHere = (): string | undefined => use(Context)?.company?.slug;

/** Whether the person's role in the chosen company allows it; what it doesn't is not offered. The API decides. */
export function useMay(): (scope: string) => boolean {
  const { company } = useSession();
  return (scope) => company !== undefined && holds(company.scopes, scope);
}
