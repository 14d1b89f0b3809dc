import { advanceAddress } from './advance-address.js';
import type { Place } from './place.js';
import type { Step } from './step.js';
import { walkScript } from './walk-script.js';
import { walkStyle } from './walk-style.js';

/** The place after a part of an attribute's value, which may be written with references. */
export function walkValue(from: Place, written: string): Place {
  const value = decodeReferences(written);
  if (from.state === 'address' || from.state === 'srcset' || from.state === 'value')
    return advanceAddress(from, value);
  let place = from;
  for (let at = 0; at < value.length; ) [place, at] = stepInCode(place, value, at, value.length);
  return place;
}

/** One step through a script or a style. */
export function stepInCode(place: Place, text: string, at: number, end: number): Step {
  const part = text.slice(0, end);
  return place.state.startsWith('script') ? walkScript(place, part, at) : walkStyle(place, part, at);
}

const references: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(quot|apos|amp|lt|gt));/gi,
    (_, decimal, hexadecimal, name) => {
      if (name !== undefined) return references[name.toLowerCase()] ?? '';
      const point = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );
}
