import type { Environment } from '../command.js';

/** Asks on a terminal whether to go on; Enter means yes. Where nobody sits before one, the answer is yes. */
export async function confirm(question: string, { ask }: Environment): Promise<boolean> {
  if (ask === null) return true;
  const answer = await ask(`${question} [Y/n] `);
  return answer !== null && /^(?:y|$)/i.test(answer.trim());
}

/** The same for what is easily a mistake: Enter means no, and so does that nobody sits before a terminal. */
export async function agree(question: string, { ask }: Environment): Promise<boolean> {
  const answer = ask === null ? null : await ask(`${question} [y/N] `);
  return answer !== null && /^y/i.test(answer.trim());
}
