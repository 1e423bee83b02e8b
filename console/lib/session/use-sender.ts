import { useQuery } from '@tanstack/react-query';
import { api } from '#lib/api/call.ts';

/** Whether codes really go out by WhatsApp; until then they are read on the machine. True while that isn't known. */
export function useSendsCodes(): boolean {
  const { data } = useQuery({
    queryKey: ['/health', 'whatsapp'],
    queryFn: async ({ signal }) =>
      Object.entries(await api.get('/health', {}, signal)).some(
        ([name, state]) => name === 'whatsapp' && state === 'configured',
      ),
    retry: false,
  });
  return data ?? true;
}
