import { useQueryClient } from '@tanstack/react-query';
import { useApiMutation } from '#lib/api/use-api.ts';
import { forgetDrafts } from '#lib/draft.ts';
import { chooseCompany } from '#lib/session/company.ts';

/** Ends the session. A page loaded anew holds nothing of who was here before. */
export function useLogout(): () => void {
  const client = useQueryClient();
  const { mutate } = useApiMutation('post', '/auth/logout', {
    onSuccess: () => {
      client.clear();
      forgetDrafts();
      chooseCompany(undefined);
      window.location.assign('/app/login');
    },
  });
  return () => mutate({});
}
