import type { MetadataRoute } from 'next';
import es from '#messages/es/offline.json';

export const dynamic = 'force-static';

/** Installed on a phone it opens like an app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/app',
    name: 'SmarterOS',
    short_name: 'SmarterOS',
    description: es.about,
    lang: 'es-CL',
    dir: 'ltr',
    start_url: '/app',
    scope: '/app',
    display: 'standalone',
    background_color: '#fafafb',
    theme_color: '#fafafb',
    categories: ['business', 'productivity'],
    icons: [
      { src: '/app/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/app/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/app/icon-512.png', sizes: '512x512', type: 'image/png' },
      // Up to the edge: the system cuts it to its own shape.
      { src: '/app/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
