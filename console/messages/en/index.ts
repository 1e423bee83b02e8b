import account from './account.json';
import api from './api.json';
import audit from './audit.json';
import common from './common.json';
import consents from './consents.json';
import contacts from './contacts.json';
import conversations from './conversations.json';
import dashboards from './dashboards.json';
import data from './data.json';
import duplicates from './duplicates.json';
import engines from './engines.json';
import erp from './erp.json';
import events from './events.json';
import fields from './fields.json';
import home from './home.json';
import imports from './imports.json';
import join from './join.json';
import login from './login.json';
import palette from './palette.json';
import offline from './offline.json';
import people from './people.json';
import privacy from './privacy.json';
import problem from './problem.json';
import proof from './proof.json';
import questions from './questions.json';
import scopes from './scopes.json';
import settings from './settings.json';
import setup from './setup.json';
import shell from './shell.json';
import shortcuts from './shortcuts.json';
import start from './start.json';
import table from './table.json';
import webhooks from './webhooks.json';
import workflows from './workflows.json';
import shared from './shared.json';
import { joined } from '../joined.ts';

/** A file per area, and in `shared` what is shown of areas elsewhere. */
export const en = joined(shared, {
  account,
  api,
  audit,
  common,
  consents,
  contacts,
  conversations,
  dashboards,
  data,
  duplicates,
  engines,
  erp,
  events,
  fields,
  home,
  imports,
  join,
  login,
  palette,
  offline,
  people,
  privacy,
  problem,
  proof,
  questions,
  scopes,
  settings,
  setup,
  shell,
  shortcuts,
  start,
  table,
  webhooks,
  workflows,
});
