import common from './common.json';
import login from './login.json';
import palette from './palette.json';
import problem from './problem.json';
import proof from './proof.json';
import questions from './questions.json';
import shell from './shell.json';
import shortcuts from './shortcuts.json';
import table from './table.json';
import shared from './shared.json';
import { joined } from '../joined.ts';

/** Part of every page: what stands around an area, and what others show of it. The rest comes with the area's own pages. */
export const core = joined(shared, {
  common,
  login,
  palette,
  problem,
  proof,
  questions,
  shell,
  shortcuts,
  table,
});
