import type { MetadataRoute } from 'next';

export const dynamic = 'force-static';

/** Installed on a phone it opens like an app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'SmarterOS',
    short_name: 'SmarterOS',
    start_url: '/app',
    scope: '/app',
    display: 'standalone',
    background_color: '#fafafb',
    theme_color: '#fafafb',
    icons: [{ src: '/app/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
