import type { KeyPlace } from '../formats/key-place.js';
import { parseData } from '../formats/parse-data.js';
import { isMap } from '../formats/plain.js';
import { findRepeatedKeys } from '../formats/repeated-keys.js';
import { entryOfToml } from './edit-toml.js';
import { entryOfYaml } from './edit-yaml.js';
import { removeEntry } from './entry-lines.js';
import { locateHead, type RawHead } from './locate-head.js';
import { normalizeText } from './raw-lines.js';
import { applyEdits } from './text-edit.js';

/**
 * Takes the earlier ones of keys that are there twice out of a chapter's front matter, with all lines of their values.
 * The result says the same: it is read back, and the text comes back as it was where it does not. So it does for JSON,
 * whose keys need not have lines of their own. Pure; never throws.
 */
export function removeRepeated(raw: string): string {
  const head = locateHead(raw);
  if (!head || head.format === 'json') return raw;
  const text = raw.slice(head.start, head.end);
  const before = readHead(text, head);
  if (before === null || before.repeated.length === 0) return raw;
  const entryOf = head.format === 'yaml' ? entryOfYaml : entryOfToml;
  const earlier = listEarlier(text, head);
  const edited = applyEdits(
    text,
    earlier.map((place) => removeEntry(entryOf(text, place))),
  );
  const after = readHead(edited, head);
  return after?.data === before.data ? raw.slice(0, head.start) + edited + raw.slice(head.end) : raw;
}

/** Of three keys the first two. */
function listEarlier(text: string, { format }: RawHead): readonly KeyPlace[] {
  const last = new Map<string, KeyPlace>();
  const earlier: KeyPlace[] = [];
  for (const { path, first, again } of findRepeatedKeys(format, normalizeText(text))) {
    const before = last.get(path) ?? first;
    if (before !== null) earlier.push(before);
    last.set(path, again);
  }
  return earlier;
}

/** What a head says, as text that is equal for equal data, whatever the order of its keys. */
function readHead(text: string, { format }: RawHead) {
  const parsed = parseData(format, normalizeText(text), { lowerCaseKeys: true, repeats: 'last' });
  if (!parsed.ok) return null;
  return { data: JSON.stringify(parsed.value, sortKeys), repeated: parsed.repeated ?? [] };
}

function sortKeys(_: string, value: unknown): unknown {
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)));
}
