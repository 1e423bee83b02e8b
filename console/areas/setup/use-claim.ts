import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ApiError } from '#lib/api/error.ts';
import { useApiMutation } from '#lib/api/use-api.ts';
import { ME, type Me } from '#lib/session/session.tsx';
import { forgetSetupToken, setupToken } from '#lib/session/setup-token.ts';

export interface Claim {
  /** The link of this visit makes an operator, if nobody was faster. */
  readonly pending: boolean;
  readonly error: ApiError | null;
}

/** Whoever came by the machine's own link becomes the operator as soon as they are logged in. */
export function useClaim(me: Me | undefined): Claim {
  const client = useQueryClient();
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const read = (): void => setToken(setupToken());
    read();
    // Opened where this page is open already, the link changes nothing but what is behind #.
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const claim = useApiMutation('post', '/auth/operator', { invalidates: ME });
  const { mutate } = claim;
  const begin = useEffectEvent((given: string) =>
    mutate(
      { body: { token: given } },
      {
        // Two tabs: the other may have been faster, and it is the same person.
        onSettled: () => {
          forgetSetupToken();
          setToken(undefined);
          void client.invalidateQueries({ queryKey: ME });
        },
      },
    ),
  );
  const wanted = me !== undefined && !me.operator ? token : undefined;
  useEffect(() => {
    if (wanted !== undefined) begin(wanted);
  }, [wanted]);
  useEffect(() => {
    if (me?.operator) forgetSetupToken();
  }, [me?.operator]);
  return { pending: token !== undefined && me?.operator !== true, error: me?.operator ? null : claim.error };
}
