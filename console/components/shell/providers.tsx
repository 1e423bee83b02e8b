'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Toasts } from '#components/ui/toast.tsx';
import { createQueryClient } from '#lib/api/query-client.ts';
import { Words } from '#lib/i18n/provider.tsx';
import { useTheme } from '#lib/theme.ts';
import { Offline } from './offline.tsx';

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  // Follows the system's, or another tab's, while the page is open.
  useTheme();
  return (
    <QueryClientProvider client={client}>
      <Words>
        <Offline />
        {children}
        <Toasts />
      </Words>
    </QueryClientProvider>
  );
}
