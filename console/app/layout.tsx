import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { Providers } from '#components/shell/providers.tsx';
import { THEME_SCRIPT } from '#lib/theme-script.ts';
import './globals.css';

const geist = localFont({
  src: '../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2',
  variable: '--font-geist',
  weight: '100 900',
  display: 'swap',
});

export const metadata: Metadata = {
  title: 'SmarterOS',
  robots: { index: false },
  formatDetection: { telephone: false },
  appleWebApp: { capable: true, title: 'SmarterOS' },
};

export const viewport: Viewport = {
  // A keyboard on the screen leaves the page what is above it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fafafb' },
    { media: '(prefers-color-scheme: dark)', color: '#101216' },
  ],
};

/** Spanish is what is exported; another language arrives with the reader. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="es-CL" className={geist.variable} suppressHydrationWarning>
      <head>
        {/* Before anything is painted. Its hash stands in the page's policy. */}
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body className="min-h-dvh font-sans text-sm">
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}
