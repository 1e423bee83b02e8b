'use client';

import { Command, defaultFilter } from 'cmdk';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '#components/ui/dialog.tsx';
import { plain } from '#lib/plain.ts';

export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly icon: ReactNode;
  /** Said on the right, e.g. a RUT, and found as well. */
  readonly about?: string | undefined;
  /** Other names that people look for it by. */
  readonly words?: readonly string[] | undefined;
  readonly act: () => void;
}

export interface Group {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

const GROUP =
  'px-1.5 pb-1.5 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground';
const ITEM =
  'flex min-h-10 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 data-[selected=true]:bg-accent data-[selected=true]:text-accent-foreground [&_svg]:size-4';

/** Accents are as good as none. */
const score = (value: string, search: string, words?: string[]): number =>
  defaultFilter(plain(value), plain(search), words?.map(plain));

interface CommandsProps {
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly Group[];
  /** What is typed; kept outside, where it decides what is offered. */
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onClose: () => void;
}

/** A list that is searched while one types, over the page. Arrows walk through it, Enter chooses. */
export function Commands({ label, placeholder, groups, search, onSearch, onClose }: CommandsProps) {
  const t = useTranslations('palette');
  return (
    <Overlay
      onClose={onClose}
      label={label}
      className="mx-auto mt-[12dvh] w-[calc(100vw-2rem)] max-w-lg animate-appear overflow-hidden rounded-lg"
    >
      <Command label={label} loop filter={score}>
        <Command.Input
          value={search}
          onValueChange={onSearch}
          placeholder={placeholder}
          className="h-12 w-full border-b bg-transparent px-4 text-base outline-none sm:text-sm"
        />
        <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto pt-1.5">
          <Command.Empty className="px-4 py-8 text-center text-muted-foreground">
            {t('nothing')}
          </Command.Empty>
          {groups.map(
            ({ heading, entries }) =>
              entries.length > 0 && (
                <Command.Group key={heading} heading={heading} className={GROUP}>
                  {entries.map(({ id, title, icon, about, words, act }) => (
                    <Command.Item
                      key={id}
                      value={`${title} ${about ?? ''} ${id}`}
                      keywords={[...(words ?? [])]}
                      className={ITEM}
                      onSelect={() => {
                        onClose();
                        act();
                      }}
                    >
                      {icon}
                      <span className="min-w-0 flex-1 truncate">{title}</span>
                      {about !== undefined && (
                        <span className="text-xs whitespace-nowrap text-muted-foreground">{about}</span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              ),
          )}
        </Command.List>
      </Command>
    </Overlay>
  );
}
