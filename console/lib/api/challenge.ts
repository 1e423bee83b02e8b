import { api } from './call.ts';
import { hasCode } from './error.ts';
import { solve, type Challenge } from './proof-of-work.ts';
import type { Answer } from './types.ts';

/** While codes are asked for unusually often, one takes a proof of work, which nobody has to see. */
async function withProof<T>(ask: (proof: { challenge?: string }) => Promise<T>): Promise<T> {
  try {
    return await ask({});
  } catch (error) {
    const challenge = hasCode(error, 'challenge_required') && error.problem?.data?.['challenge'];
    if (!challenge) throw error;
    return ask({ challenge: await solve(challenge as Challenge) });
  }
}

/** Asks for a code to log in with. */
export const sendCode = (phone: string): Promise<Answer<'/auth/otp/send', 'post'>> =>
  withProof((proof) => api.post('/auth/otp/send', { body: { phone, ...proof } }));

/** Asks for a code to the number that is to become one's own. */
export const sendCodeToNew = (phone: string): Promise<Answer<'/auth/phone/code', 'post'>> =>
  withProof((proof) => api.post('/auth/phone/code', { body: { phone, ...proof } }));

/** What counts as a proof that it is still them; whoever has no second factor is sent a code. */
export const prepareStepUp = (): Promise<Answer<'/auth/step-up/prepare', 'post'>> =>
  withProof((proof) => api.post('/auth/step-up/prepare', { body: proof }));
