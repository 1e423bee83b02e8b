import { accountArea } from './account/area.ts';
import { apiArea } from './api/area.ts';
import type { Area } from './area.ts';
import { auditArea } from './audit/area.ts';
import { contactsArea } from './contacts/area.ts';
import { conversationsArea } from './conversations/area.ts';
import { enginesArea } from './engines/area.ts';
import { dashboardsArea } from './dashboards/area.ts';
import { dataArea } from './data/area.ts';
import { erpArea } from './erp/area.ts';
import { homeArea } from './home/area.ts';
import { workflowsArea } from './workflows/area.ts';
import { peopleArea } from './people/area.ts';
import { privacyArea } from './privacy/area.ts';
import { settingsArea } from './settings/area.ts';
import { webhooksArea } from './webhooks/area.ts';

/** In the order of the navigation. */
export const AREAS: readonly Area[] = [
  homeArea,
  contactsArea,
  conversationsArea,
  erpArea,
  dashboardsArea,
  workflowsArea,
  dataArea,
  enginesArea,
  peopleArea,
  apiArea,
  webhooksArea,
  auditArea,
  privacyArea,
  settingsArea,
  accountArea,
];

const merged: Record<string, string[]> = {};
for (const { live = {} } of AREAS)
  for (const [event, paths] of Object.entries(live)) (merged[event] ??= []).push(...paths);

/** By event: what to read anew. */
export const LIVE: Readonly<Record<string, readonly string[]>> = merged;
