import { ask } from '#lib/session/ask.ts';
import { ApiError } from './error.ts';

/**
 * Does something that may need the person first: whoever's session ended logs in again, whoever has to prove themselves
 * does so, in a dialog over what they were doing; then it is done once more. Nothing typed is lost.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const question = QUESTIONS[error.code];
    if (question === undefined || !(await ask(question))) throw error;
    return work();
  }
}

const QUESTIONS: Readonly<Record<string, 'login' | 'proof'>> = {
  unauthenticated: 'login',
  step_up_required: 'proof',
};
