import { addressOf } from '../reader/address.js';
import { createElement } from '../reader/element.js';
import { drawPassage } from './draw-passage.js';
import { createMarker, type FindMarks } from './find-marks.js';
import { addressPlace } from './marked-place.js';
import type { Names, SectionName } from './names.js';
import type { SearchIndex } from './open-index.js';
import { parseQuery } from './parse-query.js';
import type { ReadPassage } from './read-passage.js';
import { stemWord } from './stemmer.js';

/** What the results of a query are drawn with. */
export interface ResultContext extends Pick<SearchIndex, 'whereIs'> {
  readonly home: URL;
  readonly query: string;
  readonly names: Names;
  readonly readPassage: (
    page: string,
    section: SectionName,
    findMarks: FindMarks,
  ) => Promise<ReadPassage | null>;
}

/** A line of the list for a section; below the name of its work the line does not repeat that. Rejects when its name cannot be loaded. */
export type DrawResult = (section: number, isBelowWork: boolean) => Promise<HTMLElement>;

/** What draws the lines of a query, and asks first whether a place really has what could not be checked in the index. */
export interface ResultDrawer {
  readonly draw: DrawResult;
  readonly isTrue: (section: number) => Promise<boolean>;
}

/** Prepares the lines of a query: the name of a page at once, the rest when that page is there. No passage of a page is shown twice. */
export function createResultDrawer(context: ResultContext): ResultDrawer {
  const { home, query, names, readPassage, whereIs } = context;
  const { groups } = parseQuery(query);
  const findMarks = createMarker(groups, stemWord);
  const shown = new Set<string>();
  /** What was taken for a phrase that could not be checked, and is none. */
  const isRefuted = ({ marks }: ReadPassage) =>
    groups.some(
      ({ isExact, near }, at) => isExact && near === null && !marks.some(({ group }) => group === at),
    );
  const isNew = (page: string, text: string): boolean => {
    const isKnown = shown.has(`${page} ${text}`);
    shown.add(`${page} ${text}`);
    return text === '' || !isKnown;
  };
  const read = (name: SectionName) =>
    home.protocol === 'file:' ? null : readPassage(addressOf(home, name.path), name, findMarks);
  const isTrue = async (section: number): Promise<boolean> => {
    const passage = await read(await names.find(section));
    return passage === null || !isRefuted(passage);
  };
  const draw: DrawResult = async (section, isBelowWork) => {
    const name = await names.find(section);
    const page = addressOf(home, name.path);
    const passage = createElement('span', { class: 'search-passage', dir: 'auto' });
    const title = createElement('span', { class: 'search-title', dir: 'auto' });
    if (name.heading !== '') title.append(createElement('b', {}, name.heading), ' ');
    title.append(name.title);
    const where = nameWhere(whereIs(section), isBelowWork, name.title);
    const link = createElement('a', { href: addressPlace(page, { query, id: '' }) }, title, passage);
    if (where !== '') link.prepend(createElement('span', { class: 'search-where', dir: 'auto' }, where));
    const line = createElement('li', {}, link);
    const complete = (read: ReadPassage | null) => {
      if (read === null) return;
      if (!isNew(page, read.text)) {
        line.remove();
        return;
      }
      link.href = addressPlace(page, { query, id: read.id });
      if (read.name !== '') title.append(createElement('span', { class: 'search-section' }, read.name));
      passage.append(...drawPassage(read.text, read.marks));
    };
    whenSeen(line)
      .then(() => read(name) ?? names.excerpt(section).then((excerpt) => ({ ...excerpt, marks: [] })))
      .then(complete, () => undefined);
    return line;
  };
  return { draw, isTrue };
}

/** Margin within which a line counts as seen. */
const NEAR = '80px';

/** Resolves once a line is on the screen: a reader who looks at three results loads three pages. */
function whenSeen(line: HTMLElement): Promise<void> {
  return new Promise((go) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        go();
      },
      { rootMargin: NEAR },
    );
    observer.observe(line);
  });
}

/** Author, work and section, as far as nothing else on the line says them. */
function nameWhere(
  { name, authors, division }: ReturnType<SearchIndex['whereIs']>,
  isBelowWork: boolean,
  title: string,
): string {
  const names = isBelowWork ? [division] : [authors, name, division];
  return names.filter((part) => part !== '' && part !== title).join(' › ');
}
