'use client';

import { Check } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useApiMutation } from '#lib/api/use-api.ts';
import { CHOICES, hueOf, hueOfSlug, showHue } from '#lib/session/hue.ts';
import { LogoPart } from './logo-part.tsx';
import { Preview } from './preview.tsx';
import type { Tenant } from './settings-page.tsx';

/** Logo and colour. What is chosen shows at once, everywhere; it stays when it is saved. */
export function LooksCard({ tenant }: { readonly tenant: Tenant }) {
  const t = useTranslations('settings');
  const [hue, setHue] = useState(tenant.hue);
  const shown = hue ?? hueOfSlug(tenant.slug);
  const kept = hueOf(tenant);
  useEffect(() => {
    showHue(shown);
    return () => showHue(kept);
  }, [shown, kept]);
  const save = useApiMutation('patch', '/tenants/{id}', {
    invalidates: ['/tenants', '/auth/me'],
    onSuccess: () => toast.done(t('saved')),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate({ path: { id: tenant.slug }, body: { hue }, version: tenant.version });
  };
  return (
    <Card>
      <CardHeader title={t('looks')} />
      <div className="grid grid-cols-1 gap-5 p-4">
        <LogoPart tenant={tenant} />
        <form className="grid grid-cols-1 gap-4 border-t pt-5" onSubmit={submit}>
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 text-sm font-medium">{t('colour')}</legend>
            <div className="flex flex-wrap gap-1.5">
              <Swatch
                hue={hueOfSlug(tenant.slug)}
                label={t('automatic')}
                letter={t('automaticShort')}
                chosen={hue === null}
                onChoose={() => setHue(null)}
              />
              {CHOICES.map((one) => (
                <Swatch
                  key={one}
                  hue={one}
                  label={t(`hues.${one}`)}
                  chosen={hue === one}
                  onChoose={() => setHue(one)}
                />
              ))}
            </div>
            <p className="text-[13px] text-muted-foreground">{t('colourHint')}</p>
          </fieldset>
          <Preview company={{ ...tenant, hue }} />
          <ProblemNote error={save.error} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" busy={save.isPending} disabled={hue === tenant.hue}>
              {t('save')}
            </Button>
            {hue !== tenant.hue && (
              <Button variant="ghost" onClick={() => setHue(tenant.hue)}>
                {t('undo')}
              </Button>
            )}
          </div>
        </form>
      </div>
    </Card>
  );
}

interface SwatchProps {
  readonly hue: number;
  readonly label: string;
  readonly letter?: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Swatch({ hue, label, letter, chosen, onChoose }: SwatchProps) {
  return (
    <label
      title={label}
      style={{ backgroundColor: `oklch(0.5 0.14 ${hue})` }}
      className="grid size-9 cursor-pointer place-items-center rounded-full text-xs font-semibold text-white ring-offset-2 ring-offset-card has-checked:ring-2 has-checked:ring-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-ring"
    >
      <input
        type="radio"
        name="hue"
        aria-label={label}
        checked={chosen}
        onChange={onChoose}
        className="sr-only"
      />
      {chosen ? <Check aria-hidden className="size-4" /> : letter}
    </label>
  );
}
