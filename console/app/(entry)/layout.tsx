import { Suspense, type ReactNode } from 'react';

/** What a page reads from its address is known in the browser only. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return <Suspense>{children}</Suspense>;
}
