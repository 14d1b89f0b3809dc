import type { FlagSpec } from './options.js';

/** Asks that the book be looked at every so often. */
export const pollFlag: FlagSpec = {
  name: 'poll',
  value: 'TIME',
  bareValue: '1s',
  help: 'look every TIME (500ms, 2s; default: 1s) where the system tells of no changes',
};

/** Units of Hugo's durations, in milliseconds; a bare number is milliseconds. */
const units: Readonly<Record<string, number>> = { '': 1, ms: 1, s: 1000, m: 60_000 };

/** The shortest and the longest time: a millisecond would be all work, and Node's timers end at 24 days. */
const [shortest, longest] = [50, 3_600_000];

/** Milliseconds between two looks, null where none is asked for, or the sentence that says what is wrong with the value. */
export function readPoll(text: string | undefined): number | string | null {
  if (text === undefined) return null;
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)?$/.exec(text) ?? [];
  const time = Number(number) * (units[unit] ?? 1);
  if (number !== '' && time >= shortest && time <= longest) return time;
  return `--poll wants a time between 50ms and 60m, such as 500ms or 2s, not "${text}".`;
}
