'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Fact, Facts } from '#components/data/facts.tsx';
import { useScopeWords } from '#components/scopes/scopes.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay, useSession } from '#lib/session/session.tsx';
import { phoneOf, type Member } from './members-tab.tsx';
import { ReceiptPart } from './receipt-part.tsx';
import { RoleForm } from './role-form.tsx';
import { ShutOut } from './shut-out.tsx';

const CHANGES = ['/members'];

/** One person of the company: what they may do, and how they stop. */
export function MemberSheet({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useTranslations('people');
  const may = useMay();
  const { me } = useSession();
  const { date } = useFormat();
  const { roleWord } = useScopeWords();
  const [asked, setAsked] = useState<'disable' | 'remove'>();
  const name = member.name ?? phoneOf(member) ?? t('unnamed');
  const isMe = member.id === me.ugid;
  const enable = useApiMutation('post', '/members/{id}/enable', {
    invalidates: CHANGES,
    onSuccess: () => toast.done(t('isBack', { name })),
  });
  if (asked) return <ShutOut member={member} name={name} way={asked} onClose={() => setAsked(undefined)} />;
  return (
    <Dialog side open onClose={onClose} title={name}>
      <Facts>
        <Fact term={t('role')}>{roleWord(member.roleName)}</Fact>
        <Fact term={t('phone')}>{phoneOf(member)}</Fact>
        <Fact term={t('joined')}>{date(member.joinedAt)}</Fact>
      </Facts>
      {isMe && <p className="text-muted-foreground">{t('thisIsYou')}</p>}
      {!isMe && !member.disabled && may('members:write') && <RoleForm member={member} name={name} />}
      {!isMe && member.disabled && may('members:write') && (
        <section className="grid gap-3 border-t pt-4">
          <p>{t('isOut')}</p>
          <ReceiptPart id={member.id} />
          <ProblemNote error={enable.error} />
          <div>
            <Button
              variant="outline"
              busy={enable.isPending}
              onClick={() => enable.mutate({ path: { id: member.id }, version: member.version })}
            >
              {t('letBack')}
            </Button>
          </div>
        </section>
      )}
      {!isMe && may('members:destroy') && (
        <section className="grid gap-3 border-t pt-4">
          <h3 className="text-sm font-semibold">{t('takeAccess')}</h3>
          <p className="text-muted-foreground">{t('takeAccessText')}</p>
          <div className="flex flex-wrap gap-2">
            {!member.disabled && (
              <Button variant="outline" onClick={() => setAsked('disable')}>
                {t('disable')}
              </Button>
            )}
            <Button variant="destructive" onClick={() => setAsked('remove')}>
              {t('remove')}
            </Button>
          </div>
        </section>
      )}
    </Dialog>
  );
}
