import { offlinePages } from '#lib/offline/page.ts';
import { workerSource } from '#lib/offline/worker.ts';

export const dynamic = 'force-static';

export const GET = async (): Promise<Response> =>
  new Response(workerSource(await offlinePages()), { headers: { 'content-type': 'text/javascript' } });
