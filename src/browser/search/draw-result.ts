import { addressOf } from '../reader/address.js';
import { createElement } from '../reader/element.js';
import { drawPassage } from './draw-passage.js';
import { addressPlace, type MarkedPlace } from './marked-place.js';
import type { Names, SectionName } from './names.js';
import type { ReadPassage } from './read-passage.js';

/** What results are drawn with. */
export interface ResultContext {
  readonly home: URL;
  readonly names: Names;
  /** Title and authors of the volume that a section stands in; empty for none. */
  readonly volumeOf: (section: number) => string;
  readonly readPassage: (
    page: string,
    section: SectionName,
    marks: MarkedPlace['marks'],
  ) => Promise<ReadPassage | null>;
}

/** A line of the list for a section: its page's name at once, the rest when that page is there. */
export async function drawResult(
  section: number,
  marks: MarkedPlace['marks'],
  { home, names, volumeOf, readPassage }: ResultContext,
): Promise<HTMLElement> {
  const name = await names.find(section);
  const page = addressOf(home, name.path);
  const passage = createElement('span', { class: 'search-passage', dir: 'auto' });
  const title = createElement('span', { class: 'search-title', dir: 'auto' });
  if (name.heading !== '') title.append(createElement('b', {}, name.heading), ' ');
  title.append(name.title);
  const volume = volumeOf(section);
  if (volume !== '') title.append(createElement('span', { class: 'search-volume' }, volume));
  const link = createElement('a', { href: addressPlace(page, { marks, id: '' }) }, title, passage);
  const complete = (read: ReadPassage | null) => {
    if (read === null) return;
    link.href = addressPlace(page, { marks, id: read.id });
    if (read.name !== '') title.append(createElement('span', { class: 'search-section' }, read.name));
    passage.append(...drawPassage(read.text, read.marks));
  };
  const reading =
    home.protocol === 'file:'
      ? names.excerpt(section).then((excerpt) => ({ ...excerpt, marks: [] }))
      : readPassage(page, name, marks);
  reading.then(complete, () => undefined);
  return createElement('li', {}, link);
}
