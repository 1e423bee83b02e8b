import { defineJob } from '#core/job.ts';
import { importAdvanced } from './events.ts';
import { runImport } from './run.ts';
import { undoImport } from './undo.ts';

const advance = defineJob({
  name: 'imports.advance',
  summary: 'Go on with an import, or with taking it back.',
  on: importAdvanced,
  run: async (ctx, { data: { id } }) => {
    await runImport(ctx, id);
    await undoImport(ctx, id);
  },
});

export const importJobs = [advance];
