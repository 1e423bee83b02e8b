'use client';

import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { inCompany } from '#lib/session/company.ts';
import { useHere } from '#lib/session/session.tsx';

export interface LinkProps extends Omit<ComponentProps<typeof NextLink>, 'href'> {
  readonly href: string;
}

/** A link names the company that it is shown in, so that it leads there from another tab, or when it is copied. */
export function Link({ href, ...props }: LinkProps) {
  return <NextLink href={inCompany(href, useHere())} {...props} />;
}
