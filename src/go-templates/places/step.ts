import type { Place } from './place.js';

/** How far a step through the text of a template came: the place there, and the offset in the text. */
export type Step = readonly [place: Place, end: number];
