import type { Place } from './place.js';

/** What the text of an address does to the place of what follows. */
export function advanceAddress(place: Place, text: string): Place {
  if (/[#?]/.test(text)) return { ...place, part: 'query' };
  return text.trim() !== '' && place.part === 'start' ? { ...place, part: 'path' } : place;
}
