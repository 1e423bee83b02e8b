import { useRouter as useNextRouter } from 'next/navigation';
import { useMemo } from 'react';
import { inCompany } from './company.ts';
import { useHere } from './session.tsx';

/** Next's, for pages of the chosen company: whatever is gone to names it. */
export function useRouter(): Record<'push' | 'replace' | 'prefetch', (href: string) => void> {
  const router = useNextRouter();
  const slug = useHere();
  return useMemo(
    () => ({
      push: (href) => router.push(inCompany(href, slug)),
      replace: (href) => router.replace(inCompany(href, slug)),
      prefetch: (href) => router.prefetch(inCompany(href, slug)),
    }),
    [router, slug],
  );
}
