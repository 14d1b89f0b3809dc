import { compileGlob } from '../files/glob.js';
import { isMap, type PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import { allMends, type MendSwitches, mendKinds } from '../model/mend.js';

/** What `text.mend` may be, as part of a sentence. */
export const mendForm = `\`true\`, \`false\`, or a group of ${mendKinds.map((kind) => `\`${kind}\``).join(', ')}, each with \`true\`, \`false\` or patterns`;

/** Reads which kinds of extracted text pages set right; kinds that are not named are. Null for what says nothing. */
export function readMends(value: PlainValue): MendSwitches | null {
  const all = readSwitch(value);
  if (all === true) return allMends;
  if (all === false)
    return Object.fromEntries(mendKinds.map((kind) => [kind, false])) as MendSwitches & object;
  if (!isMap(value)) return null;
  const switches: Record<string, boolean | readonly string[]> = { ...allMends };
  for (const [key, own] of Object.entries(value)) {
    const setting = readOne(own);
    if (!(key.toLowerCase() in allMends) || setting === null) return null;
    switches[key.toLowerCase()] = setting;
  }
  return switches as MendSwitches & object;
}

function readOne(value: PlainValue): boolean | readonly string[] | null {
  const on = readSwitch(value);
  if (on !== null) return on;
  const patterns = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(patterns) || patterns.length === 0) return null;
  const written: readonly PlainValue[] = patterns;
  const isPattern = (one: PlainValue) =>
    typeof one === 'string' && compileGlob(one.replace(/^!/, '')) !== null;
  return written.every(isPattern) ? written.map(String) : null;
}
