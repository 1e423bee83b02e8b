import type { LucideIcon } from 'lucide-react';
import type { MessageKey } from '#lib/i18n/keys.ts';

/** Something that the palette offers beside the pages. */
export interface AreaAction {
  readonly id: string;
  readonly title: MessageKey;
  readonly icon: LucideIcon;
  readonly scope: string;
  /** What opens it is part of the address: `/contacts?new=1`. */
  readonly href: string;
}

/**
 * One part of the console. It stands in `areas/index.ts` and nowhere else: navigation, palette, shortcuts and live
 * updates are made from it. What it has for the home page: `home/on-home.tsx`.
 */
export interface Area {
  readonly id: string;
  readonly title: MessageKey;
  /** Under the thumb on phones, where the title doesn’t fit. */
  readonly short?: MessageKey;
  readonly href: string;
  readonly icon: LucideIcon;
  /** Who lacks it isn't offered the area; without one it is everybody's. */
  readonly scope?: string;
  /** Pressed after `g`. */
  readonly key: string;
  /** `person`: reached by one's own name, and not in the list. */
  readonly group: 'work' | 'company' | 'person';
  readonly actions?: readonly AreaAction[];
  /** By event: the paths of which something is different now. */
  readonly live?: Readonly<Record<string, readonly string[]>>;
  /** The engine whose things it shows: without it the home page has nothing of the area. */
  readonly needs?: string;
}
