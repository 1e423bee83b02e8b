import account from './account.json';
import api from './api.json';
import audit from './audit.json';
import common from './common.json';
import contacts from './contacts.json';
import engines from './engines.json';
import events from './events.json';
import home from './home.json';
import join from './join.json';
import login from './login.json';
import palette from './palette.json';
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

/** A file per area; this list is all that they share. */
export const es = {
  account,
  api,
  audit,
  common,
  contacts,
  engines,
  events,
  home,
  join,
  login,
  palette,
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
};

export type Messages = typeof es;
