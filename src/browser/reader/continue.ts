import { addressOf } from './address.js';
import { createElement } from './element.js';
import { RESUME, type ReadingPosition } from './reading-position.js';
import { say } from './say.js';
import { measureProgress, type Seen } from './ticks.js';

/** On the front page: the way back to the stored place, and how much of the book was read. */
export function offerOnFront(front: HTMLElement, home: URL, place: ReadingPosition | null, seen: Seen): void {
  const progress = measureProgress(seen, Number(front.dataset['words'] ?? 0));
  if (place !== null) front.append(linkTo(home, place, say('continueWith', { name: place.name })), ' ');
  if (progress !== null) front.append(createElement('span', {}, say('percentRead', { count: progress })));
}

/** In the top line of a chapter that was opened anew: the way back to where reading stopped. */
export function offerInTop(tools: HTMLElement, home: URL, place: ReadingPosition, path: string): void {
  const here = place.path === path;
  if (here && place.index === 0) return;
  const text = here ? say('continueHere') : say('continueWith', { name: place.name });
  const link = linkTo(home, place, text);
  link.classList.add('resume');
  tools.before(link);
}

function linkTo(home: URL, place: ReadingPosition, text: string): HTMLAnchorElement {
  return createElement('a', { href: addressOf(home, place.path) + RESUME }, text);
}
