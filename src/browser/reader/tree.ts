import { addressOf, pathBelow } from './address.js';
import { closeOnEscape } from './close-on-escape.js';
import { createButton, createElement } from './element.js';
import { loadContents } from './load-contents.js';
import { say } from './say.js';
import { type Seen, tickLinks } from './ticks.js';

/** `contents/parts.js`: the file of each part, and what its first line says; the parts of a file follow each other. */
type PartLine = readonly [file: string, path: string, heading: string, title: string, volume?: 1];
/** The letter of a piece of a chapter, or the number of one without, its path, and its title unless all share one. */
type Piece = readonly [mark: string, path: string, title?: string];
/** A line of a part, as `src/pages/contents/contents-tree.ts` writes it. */
type ChapterLine = readonly [depth: number, path: string, heading: string, title: string, ...pieces: Piece[]];

/** The book as the tree needs it. */
export interface ContentsContext {
  readonly home: URL;
  /** The path of the volume whose tree it is; null for the whole site. */
  readonly volume: string | null;
  readonly readSeen: () => Seen;
}

/** Lets links to the whole contents open them here, in a dialog that keeps its focus and scroll while closed. */
export function openContentsInPlace(context: ContentsContext): void {
  let tree: Promise<HTMLDialogElement> | undefined;
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.contents-all') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tree ??= drawTree(context);
    tree.then(
      (dialog) => dialog.showModal(),
      // Without the data there is still the page that lists everything.
      () => location.assign(link.href),
    );
  });
}

async function drawTree(context: ContentsContext): Promise<HTMLDialogElement> {
  const { home } = context;
  const parts = (await loadContents(new URL('contents/parts.js', home))) as readonly PartLine[];
  const dialog = createElement('dialog', { class: 'tree', 'aria-label': say('contents') });
  const filter = createElement('input', {
    type: 'search',
    'aria-label': say('filterContents'),
    placeholder: say('filter'),
  });
  closeOnEscape(filter, dialog);
  const close = createButton({ class: 'tool' }, say('close'), () => dialog.close());
  const placed = parts.map((part, index) => ({
    part,
    place: index - parts.findIndex(([file]) => file === part[0]),
  }));
  const own = placed.filter(({ part: [, path] }) => path === context.volume);
  const drawn = (own.length > 0 ? own : placed).map(({ part, place }) => drawPart(part, place, context));
  const status = createElement('p', { class: 'tree-status', role: 'status' });
  // The works of a library are found by their names; their chapters are loaded as they are opened.
  const isLibrary = own.length === 0 && parts.some(([, , , , volume]) => volume === 1);
  filter.addEventListener('input', async () => {
    status.textContent = isLibrary ? '' : say('searchLoading');
    if (!isLibrary) await Promise.all(drawn.map(({ fill }) => fill()));
    const found = filterLines(dialog, filter.value);
    status.textContent = found ? '' : say('nothingFound', { query: filter.value });
    if (filter.value === '') showCurrent(dialog);
  });
  dialog.append(
    createElement('div', { class: 'tree-head' }, filter, close),
    status,
    ...drawn.map(({ details }) => details),
  );
  document.body.append(dialog);
  const here = pathBelow(home, location.href);
  const current = drawn.find(({ path }) => path !== '' && here.startsWith(path)) ?? drawn[0];
  await current?.fill();
  if (current !== undefined) current.details.open = true;
  requestAnimationFrame(() => showCurrent(dialog));
  return dialog;
}

/** The line of this page, and of the parts only its own open. */
function showCurrent(dialog: HTMLElement): void {
  const current = dialog.querySelector('[aria-current]');
  for (const details of dialog.querySelectorAll('details')) details.open = details.contains(current);
  current?.scrollIntoView({ block: 'center' });
}

interface DrawnPart {
  readonly path: string;
  readonly details: HTMLDetailsElement;
  /** Loads and draws the lines, once. */
  readonly fill: () => Promise<void>;
}

function drawPart(
  [file, path, heading, title]: PartLine,
  place: number,
  context: ContentsContext,
): DrawnPart {
  const name = [heading, title].filter((text) => text !== '').join(' · ');
  const details = createElement('details', {}, createElement('summary', {}, name || say('contents')));
  let filling: Promise<void> | undefined;
  const fill = () => {
    filling ??= loadContents(new URL(`contents/${file}`, context.home)).then((parts) => {
      const lines = (parts as readonly (readonly ChapterLine[])[])[place] ?? [];
      const list = createElement('ol', {}, ...lines.map((line) => drawLine(line, context.home)));
      tickLinks(context.home, context.readSeen(), list.querySelectorAll('a'));
      details.append(list);
    });
    return filling;
  };
  details.addEventListener('toggle', () => void fill());
  return { path, details, fill };
}

function drawLine([depth, path, heading, title, ...pieces]: ChapterLine, home: URL): HTMLElement {
  const name = heading === '' ? [title] : [createElement('b', {}, heading), ` ${title}`];
  const item = createElement('li', { 'data-depth': String(Math.min(depth, 3)) });
  if (pieces.length === 0) item.append(drawLink(home, path, {}, ...name));
  else item.append(createElement('p', {}, ...name), drawPieces(pieces, heading, home));
  item.dataset['words'] = [heading, title, ...pieces.map((piece) => nameOf(piece, heading))].join(' ');
  return item;
}

/** A row of letters, or a line for each piece where they have titles of their own. */
function drawPieces(pieces: readonly Piece[], heading: string, home: URL): HTMLElement {
  if (pieces.every(([, , title]) => title === undefined)) {
    const links = pieces.map((piece) =>
      drawLink(home, piece[1], { 'aria-label': nameOf(piece, heading) }, piece[0]),
    );
    return createElement('span', { class: 'pieces' }, ...links);
  }
  const lines = pieces.map((piece) => {
    const [mark, path, title = ''] = piece;
    const letter = heading.endsWith(mark) ? [] : [createElement('b', {}, mark), ' '];
    const line = createElement('li', {}, drawLink(home, path, {}, ...letter, title));
    line.dataset['words'] = `${nameOf(piece, heading)} ${title}`;
    return line;
  });
  return createElement('ol', {}, ...lines);
}

/** "Chapter 14" and its piece "f": the heading that the filter is asked for; a first piece without a letter has that of all. */
function nameOf([mark, , title = '']: Piece, heading: string): string {
  return `${heading.endsWith(mark) ? heading : heading + mark} ${title}`.trim();
}

function drawLink(
  home: URL,
  path: string,
  attributes: Readonly<Record<string, string>>,
  ...name: readonly (Node | string)[]
): HTMLAnchorElement {
  const link = createElement('a', { href: addressOf(home, path), ...attributes }, ...name);
  if (path === pathBelow(home, location.href)) link.setAttribute('aria-current', 'page');
  return link;
}

/**
 * Hides the lines that do not hold the words, whatever their accents and capitals, and opens the parts that do. Whether
 * there are any.
 */
function filterLines(dialog: HTMLElement, wanted: string): boolean {
  let any = false;
  const words = foldText(wanted).split(/\s+/);
  for (const details of dialog.querySelectorAll('details')) {
    const name = foldText(details.querySelector('summary')?.textContent ?? '');
    const isNamed = words.every((word) => name.includes(word));
    let found = isNamed;
    for (const item of details.querySelectorAll('li')) {
      const text = foldText(item.dataset['words'] ?? item.textContent ?? '');
      item.hidden = !isNamed && !words.every((word) => text.includes(word));
      found ||= !item.hidden;
    }
    details.hidden = !found;
    any ||= found;
    if (wanted !== '') details.open = found && details.querySelector('li') !== null;
  }
  return any;
}

function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
