import { advanceAddress } from './advance-address.js';
import type { Place, PlaceState } from './place.js';
import type { Step } from './step.js';

const closers: Partial<Record<PlaceState, RegExp>> = {
  'style-double': /"/g,
  'style-single': /'/g,
  'style-double-address': /"/g,
  'style-single-address': /'/g,
  'style-address': /[\s)]/g,
};

/** One step through a style sheet or the declarations of an attribute. */
export function walkStyle(place: Place, text: string, at: number): Step {
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
