'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/api/call.ts';
import type { ApiError } from '#lib/api/error.ts';
import type { Input } from '#lib/api/types.ts';
import { canPasskey, signWithPasskey } from '#lib/session/passkey.ts';
import type { Login } from './login-form.tsx';
import { ProofForm } from './proof-form.tsx';

interface FactorStepProps {
  readonly ticket: string;
  readonly methods: readonly string[];
  readonly onDone: (login: Login) => void;
  readonly onAgain: () => void;
}

type Proof = Partial<Input<'/auth/second-factor', 'post'>['body']>;

/** The second step of a login. */
export function FactorStep({ ticket, methods, onDone, onAgain }: FactorStepProps) {
  const t = useTranslations('proof');
  const finish = useMutation<Login, ApiError, Proof>({
    mutationFn: (proof) => api.post('/auth/second-factor', { body: { ticket, ...proof } }),
    onSuccess: onDone,
  });
  const byPasskey = async (): Promise<void> => {
    const { publicKey } = await api.post('/auth/passkeys/challenge', {});
    finish.mutate({ passkey: await signWithPasskey(publicKey) });
  };
  return (
    <div className="grid gap-4">
      <p className="text-muted-foreground">{t('second')}</p>
      <ProofForm
        methods={methods}
        error={finish.error}
        busy={finish.isPending || finish.isSuccess}
        onProof={(kind, value) => finish.mutate({ [kind]: value })}
        onPasskey={canPasskey() ? () => void byPasskey().catch(() => undefined) : undefined}
      />
      <Button variant="link" size="sm" className="justify-self-start" onClick={onAgain}>
        {t('startAgain')}
      </Button>
    </div>
  );
}
