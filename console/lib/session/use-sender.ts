import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/call.ts';

const SENDERS = { whatsapp: ['whatsapp'], mail: ['resend', 'smtp'] } as const;

/** Whether codes really go out that way; until then they are read on the machine. True while that isn't known. */
export function useSendsCodes(way: keyof typeof SENDERS = 'whatsapp'): boolean {
  const { data } = useQuery({
    queryKey: ['/health', way],
    queryFn: async ({ signal }) =>
      Object.entries(await api.get('/health', {}, signal)).some(
        ([name, state]) => (SENDERS[way] as readonly string[]).includes(name) && state === 'configured',
      ),
    retry: false,
  });
  return data ?? true;
}
