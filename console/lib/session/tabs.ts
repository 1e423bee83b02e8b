import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from '#lib/api/call.ts';
import { hasCode } from '#lib/api/error.ts';
import { loadAnew } from '#lib/leaving.ts';
import { ask, settle } from './ask.ts';
import { useSession } from './session.tsx';

/** One for the page: who speaks on it doesn't hear itself. */
let channel: BroadcastChannel | undefined;
const tabs = (): BroadcastChannel => (channel ??= new BroadcastChannel('smarteros.session'));

/** That somebody logged in or out here. */
export const tellTabs = (): void => tabs().postMessage(null);

/**
 * Hears that of other tabs. Logged out there, one is asked here at once, over whatever one was doing; logged in again, one
 * goes on. For somebody else everything is loaded anew.
 */
export function useOtherTabs(): void {
  const { me } = useSession();
  const client = useQueryClient();
  const look = useEffectEvent(async () => {
    try {
      const { ugid } = await api.get('/auth/me', {});
      if (ugid !== me.ugid) return loadAnew();
      settle('login', true);
      await client.invalidateQueries();
    } catch (error) {
      if (hasCode(error, 'unauthenticated')) void ask('login');
    }
  });
  useEffect(() => {
    const hear = (): void => void look();
    tabs().addEventListener('message', hear);
    return () => tabs().removeEventListener('message', hear);
  }, []);
}
