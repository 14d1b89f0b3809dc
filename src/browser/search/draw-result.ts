import { addressOf } from '../reader/address.js';
import { createElement } from '../reader/element.js';
import { drawPassage } from './draw-passage.js';
import { addressPlace, type MarkedPlace } from './marked-place.js';
import type { Names } from './names.js';
import type { ReadPassage } from './read-passage.js';

/** What results are drawn with. */
export interface ResultContext {
  readonly home: URL;
  readonly names: Names;
  readonly readPassage: (page: string, place: MarkedPlace) => Promise<ReadPassage | null>;
}

/** A line of the list for a section: its name at once, its passage when the chapter's page is there. */
export async function drawResult(
  section: number,
  marks: MarkedPlace['marks'],
  { home, names, readPassage }: ResultContext,
): Promise<HTMLElement> {
  const name = await names.find(section);
  const page = addressOf(home, name.path);
  const place = { marks, id: name.id };
  const passage = createElement('span', { class: 'search-passage', dir: 'auto' });
  const title = createElement('span', { class: 'search-title', dir: 'auto' });
  if (name.heading !== '') title.append(createElement('b', {}, name.heading), ' ');
  title.append(name.title);
  if (name.text !== '') title.append(createElement('span', { class: 'search-section' }, name.text));
  const link = createElement('a', { href: addressPlace(page, place) }, title, passage);
  void (
    home.protocol === 'file:' ? names.excerpt(section).then(plain, () => null) : readPassage(page, place)
  ).then((read) => passage.append(...(read === null ? [] : drawPassage(read.text, read.marks))));
  return createElement('li', {}, link);
}

function plain(text: string): ReadPassage {
  return { text, marks: [] };
}
