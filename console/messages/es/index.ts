import common from './common.json';
import contacts from './contacts.json';
import conversations from './conversations.json';
import engines from './engines.json';
import events from './events.json';
import home from './home.json';
import join from './join.json';
import login from './login.json';
import palette from './palette.json';
import problem from './problem.json';
import proof from './proof.json';
import questions from './questions.json';
import shell from './shell.json';
import shortcuts from './shortcuts.json';
import start from './start.json';
import table from './table.json';
import workflows from './workflows.json';

/** A file per area; this list is all that they share. */
export const es = {
  common,
  contacts,
  conversations,
  engines,
  events,
  home,
  join,
  login,
  palette,
  problem,
  proof,
  questions,
  shell,
  shortcuts,
  start,
  table,
  workflows,
};

export type Messages = typeof es;
