'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoginForm, type Login } from '#components/entry/login-form.tsx';
import { ProofForm } from '#components/entry/proof-form.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/call.ts';
import { prepareStepUp } from '#lib/api/challenge.ts';
import type { ApiError } from '#lib/api/error.ts';
import type { Answer } from '#lib/api/types.ts';
import { showPhone } from '#lib/format/phone.ts';
import { loadAnew } from '#lib/leaving.ts';
import { settle, type Question } from '#lib/session/ask.ts';
import { canPasskey, signWithPasskey } from '#lib/session/passkey.ts';
import { useSession } from '#lib/session/session.tsx';

/** Over whatever the person was doing, which stays as it is. */
export function Questions({ question }: { question: Question }) {
  const t = useTranslations('questions');
  return (
    <Dialog
      open
      insistent
      onClose={() => settle(question, false)}
      title={t(`${question}.title`)}
      description={t(`${question}.text`)}
    >
      {question === 'login' ? <LoginAgain /> : <Proof />}
    </Dialog>
  );
}

/** Only whoever was here goes on here: for somebody else everything is loaded anew. */
function LoginAgain() {
  const { me } = useSession();
  const client = useQueryClient();
  const done = (login: Login): void => {
    if (login.ugid !== me.ugid) return loadAnew();
    settle('login', true);
    void client.invalidateQueries();
  };
  return <LoginForm overlaid {...(me.phone !== null && { phone: showPhone(me.phone) })} onDone={done} />;
}

type Methods = Answer<'/auth/step-up/prepare', 'post'>;

function Proof() {
  const prepared = useQuery<Methods, ApiError>({
    queryKey: ['step-up'],
    queryFn: prepareStepUp,
    // A second look would send another code.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const prove = useMutation<unknown, ApiError, object>({
    mutationFn: (proof) => api.post('/auth/step-up', { body: proof }),
    onSuccess: () => settle('proof', true),
  });
  const { data, error } = prepared;
  if (error) return <ProblemNote error={error} retry={prepared.refetch} />;
  if (!data) return <Skeleton className="h-32 w-full" />;
  const { publicKey, methods } = data;
  const byPasskey =
    publicKey && canPasskey()
      ? () =>
          void signWithPasskey(publicKey).then(
            (passkey) => prove.mutate({ passkey }),
            () => undefined,
          )
      : undefined;
  return (
    <ProofForm
      methods={methods}
      error={prove.error}
      busy={prove.isPending}
      onProof={(kind, value) => prove.mutate({ [kind]: value })}
      onPasskey={byPasskey}
    />
  );
}
