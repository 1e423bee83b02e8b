'use client';

import { Broken } from '#components/shell/broken.tsx';

export default function Page({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Broken error={error} reset={reset} />;
}
