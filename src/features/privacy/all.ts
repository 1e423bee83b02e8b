import type { PersonalData } from '#core/personal-data.ts';
import { ownData } from './declared.ts';
import { peopleData } from './people.ts';

/** Everything that SmarterOS keeps about people: what the features declare, and this feature's own registers. */
export const allPersonalData = (features: readonly PersonalData[]): readonly PersonalData[] => [
  ...features,
  ...ownData,
  ...peopleData,
];
