'use client';

import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Fact, Facts } from '#components/data/facts.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select, Textarea } from '#components/ui/input.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { fieldsOf, useApiMutation } from '#lib/api/use-api.ts';
import { textOf } from '#lib/form.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { Due } from './due.tsx';
import { Extension } from './extension.tsx';

const CHANGES = ['/privacy/requests'];
const REASONS = [
  'legal_duty',
  'legal_defence',
  'contract_in_force',
  'expression_and_information',
  'public_interest',
  'research_or_statistics',
  'identity_not_proved',
  'not_applicable',
] as const;

interface RequestSheetProps {
  readonly request: Row<'/privacy/requests'>;
  readonly onClose: () => void;
}

/** What somebody asks about their data, until when it has to be answered, and the answer. */
export function RequestSheet({ request, onClose }: RequestSheetProps) {
  const t = useTranslations('privacy');
  const may = useMay();
  const { moment, date } = useFormat();
  const path = { id: request.id };
  const acknowledge = useApiMutation('post', '/privacy/requests/{id}/acknowledge', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('acknowledged')),
  });
  return (
    <Dialog side open onClose={onClose} title={t(`kinds.${request.kind}`)}>
      <div>
        <Due request={request} />
      </div>
      <Facts>
        <Fact term={t('who')}>{request.requesterName}</Fact>
        <Fact term={t('email')}>{request.requesterEmail}</Fact>
        <Fact term={t('phone')}>{request.requesterPhone}</Fact>
        <Fact term={t('details')}>{request.details}</Fact>
        <Fact term={t('received')}>{moment(request.receivedAt)}</Fact>
        <Fact term={t('due')}>{date(request.dueAt)}</Fact>
        <Fact term={t('extendedFor')}>{request.extensionReason}</Fact>
        <Fact term={t('acknowledgedAt')}>{request.acknowledgedAt && moment(request.acknowledgedAt)}</Fact>
        <Fact term={t('decidedAt')}>{request.decidedAt && moment(request.decidedAt)}</Fact>
        <Fact term={t('reason')}>{request.reason}</Fact>
      </Facts>
      {request.decidedAt === null && may('privacy:write') && (
        <>
          {request.acknowledgedAt === null && (
            <div className="grid gap-2">
              <ProblemNote error={acknowledge.error} />
              <Button
                variant="outline"
                busy={acknowledge.isPending}
                onClick={() => acknowledge.mutate({ path, version: request.version })}
              >
                {t('acknowledge')}
              </Button>
            </div>
          )}
          <Extension request={request} />
          <Decision request={request} />
        </>
      )}
    </Dialog>
  );
}

function Decision({ request }: Pick<RequestSheetProps, 'request'>) {
  const t = useTranslations('privacy');
  const [outcome, setOutcome] = useState<'granted' | 'refused'>('granted');
  const decide = useApiMutation('post', '/privacy/requests/{id}/decide', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('decided')),
  });
  const errors = fieldsOf(decide.error);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const reasonCode = REASONS.find((one) => one === textOf(form, 'reasonCode'));
    const reason = textOf(form, 'reason');
    const why = { ...(reasonCode && { reasonCode }), ...(reason && { reason }) };
    decide.mutate({
      path: { id: request.id },
      body: { outcome, ...(outcome === 'refused' && why) },
      version: request.version,
    });
  };
  return (
    <form className="grid gap-3 border-t pt-4" onSubmit={submit}>
      <Field label={t('decision')} hint={t(`${outcome}Text`)}>
        {(control) => (
          <Select
            {...control}
            value={outcome}
            onChange={({ target }) => setOutcome(target.value as typeof outcome)}
          >
            <option value="granted">{t('grant')}</option>
            <option value="refused">{t('refuse')}</option>
          </Select>
        )}
      </Field>
      {outcome === 'refused' && (
        <>
          <Field label={t('ground')} error={errors['reasonCode']}>
            {(control) => (
              <Select {...control} name="reasonCode">
                {REASONS.map((one) => (
                  <option key={one} value={one}>
                    {t(`grounds.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('reason')} error={errors['reason']}>
            {(control) => <Textarea {...control} name="reason" required />}
          </Field>
        </>
      )}
      <ProblemNote error={decide.error} />
      <div>
        <Button type="submit" busy={decide.isPending}>
          {t('decide')}
        </Button>
      </div>
    </form>
  );
}
