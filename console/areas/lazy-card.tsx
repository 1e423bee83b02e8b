import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { Card, LIST_CARD } from '#components/ui/card.tsx';

/** A card of the home page, fetched when it is shown: the areas' other pages don't pay for it. */
export const lazyCard = (load: () => Promise<ComponentType>): ComponentType =>
  dynamic(load, { loading: () => <Card className={LIST_CARD} /> });

/** The same for lines of what needs somebody. */
export const lazyAlert = (load: () => Promise<ComponentType>): ComponentType => dynamic(load);
