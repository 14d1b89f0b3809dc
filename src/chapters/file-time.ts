import type { PlainValue } from '../formats/plain.js';
import type { DateValue } from '../model/chapter.js';
import type { FileTimes } from '../model/source.js';
import { fromUnixSeconds, parseDate } from '../time/dates.js';
import type { Zone } from '../time/zone.js';

/** The date that `:git` or `:filemodtime` stands for (content rule 3); undefined where it is not known. */
export function readFileTime(
  token: string,
  { committed, modified }: FileTimes = {},
  zone: Zone,
): DateValue | undefined {
  if (token === ':git' && committed !== undefined) return parseDate(committed, zone) ?? undefined;
  if (token !== ':filemodtime' || modified === undefined) return undefined;
  return fromUnixSeconds(modified) ?? undefined;
}

/** The date under a key of the author's own. */
export function readOwnDate(value: PlainValue | undefined, zone: Zone): DateValue | undefined {
  return typeof value === 'string' ? (parseDate(value, zone) ?? undefined) : undefined;
}
