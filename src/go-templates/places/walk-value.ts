import type { Place, PlaceState } from './place.js';
import type { Step } from './step.js';
import { walkScript } from './walk-script.js';

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

const closers: Partial<Record<PlaceState, RegExp>> = {
  'style-double': /"/g,
  'style-single': /'/g,
  'style-double-address': /"/g,
  'style-single-address': /'/g,
  'style-address': /[\s)]/g,
};

/** One step through a style sheet or the declarations of an attribute. */
function walkStyle(place: Place, text: string, at: number): Step {
  if (place.state === 'style-comment') {
    const end = text.indexOf('*/', at);
    return end < 0 ? [place, text.length] : [{ ...place, state: 'style' }, end + 2];
  }
  const closer = closers[place.state];
  if (closer === undefined) return walkDeclarations(place, text, at);
  closer.lastIndex = at;
  const end = closer.exec(text)?.index ?? -1;
  if (end < 0) return [advanceAddress(place, text.slice(at)), text.length];
  return [{ ...place, state: 'style', part: 'start' }, end + 1];
}

function walkDeclarations(place: Place, text: string, at: number): Step {
  const mark = /\burl\(\s*(["']?)|["']|\/\*/gi;
  mark.lastIndex = at;
  const found = mark.exec(text);
  if (found === null) return [place, text.length];
  return [{ ...place, state: stateAfter(found[0], found[1]), part: 'start' }, mark.lastIndex];
}

function stateAfter(mark: string, quote: string | undefined): PlaceState {
  if (mark === '/*') return 'style-comment';
  if (mark === '"') return 'style-double';
  if (mark === "'") return 'style-single';
  if (quote === '"') return 'style-double-address';
  return quote === "'" ? 'style-single-address' : 'style-address';
}

/** What the text of an address does to the place of what follows. */
function advanceAddress(place: Place, text: string): Place {
  if (/[#?]/.test(text)) return { ...place, part: 'query' };
  return text.trim() !== '' && place.part === 'start' ? { ...place, part: 'path' } : place;
}
