import { useQueryClient } from '@tanstack/react-query';
import { useApiMutation } from '#lib/api/use-api.ts';
import { forgetDrafts } from '#lib/draft.ts';
import { chooseCompany } from '#lib/session/company.ts';
import { tellTabs } from '#lib/session/tabs.ts';

/** Ends the session. A page loaded anew holds nothing of who was here before; whoever logs in next goes on to `next`. */
export function useLogout(next?: string): () => void {
  const client = useQueryClient();
  const { mutate } = useApiMutation('post', '/auth/logout', {
    onSuccess: () => {
      tellTabs();
      client.clear();
      forgetDrafts();
      chooseCompany(undefined);
      window.location.assign(`/app/login${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`);
    },
  });
  return () => mutate({});
}
