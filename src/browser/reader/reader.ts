import { pathBelow } from './address.js';
import { closeDrawerBehindFocus, keepContentsScrolled, showContents } from './contents.js';
import { offerInTop, offerOnFront } from './continue.js';
import { addCopyButtons } from './copy-code.js';
import { areKeysOn, createHelp } from './help.js';
import { listenForKeys } from './keys.js';
import { findHome, type Memory, openMemory } from './memory.js';
import { openNotesInPlace } from './notes.js';
import { offerSearch } from './offer-search.js';
import { addPanel } from './panel.js';
import {
  finishChapter,
  isReading,
  keepPosition,
  type OpenChapter,
  RESUME,
  readPosition,
  resumePosition,
  watchWays,
} from './reading-position.js';
import { openSettings } from './settings.js';
import { followMoved, readSeen, tickLinks, watchEnd } from './ticks.js';
import { openContentsInPlace } from './tree.js';
import { findVolume, forgetReading, keepInHand, offerShelf, openBookMemory, type Volume } from './volumes.js';
import { watchWideBoxes } from './wide-boxes.js';

/**
 * What the reading site does beyond HTML. Every page reads, turns and prints without it:
 *
 * 1. the reading panel (its choices were applied before the first paint, `first-paint.ts`);
 * 2. ticks in the contents, and what was read of the book;
 * 3. the way back to the stored place, and that place kept;
 * 4. the whole contents on demand;
 * 5. listings that can be copied, notes beside their numbers, wide tables within reach of the keyboard;
 * 6. the search, on demand;
 * 7. keys.
 */
function startReader(): void {
  const root = document.documentElement;
  const home = findHome(root);
  const site = openMemory(home);
  const volume = findVolume(root, home);
  const memory = openBookMemory(volume, site);
  const tools = document.querySelector<HTMLElement>('.top-tools');
  if (tools === null) return;
  const settings = openSettings(root, home);
  const session = openMemory(home, () => sessionStorage);
  followMoved(memory, home);
  const panel = addPanel(settings, tools, () => {
    forgetReading(site, home);
    location.reload();
  });
  tickLinks(
    home,
    readSeen(memory),
    document.querySelectorAll<HTMLAnchorElement>(':is(.contents, .chapters) a'),
  );
  keepContentsScrolled(session);
  closeDrawerBehindFocus();
  watchWays(home, session);
  openContentsInPlace({ home, volume: volume?.path ?? null, readSeen: () => readSeen(memory) });
  const shelf = document.querySelector<HTMLElement>('.front-shelf');
  if (shelf !== null) offerShelf(shelf, home, site);
  followReading(memory, { home, session, tools });
  if (volume !== null) followVolume(volume, site);
  addCopyButtons();
  openNotesInPlace();
  watchWideBoxes();
  const search = offerSearch(home, tools);
  const isRtl = root.dir === 'rtl';
  const help = createHelp(settings, isRtl);
  listenForKeys(
    {
      p: () => turn('prev'),
      n: () => turn('next'),
      ArrowLeft: () => turn(isRtl ? 'next' : 'prev'),
      ArrowRight: () => turn(isRtl ? 'prev' : 'next'),
      c: showContents,
      a: panel.toggle,
      '/': search,
      '?': help,
    },
    () => areKeysOn(settings),
  );
}

function followReading(
  memory: Memory,
  { tools, ...window }: Pick<OpenChapter, 'home' | 'session'> & { readonly tools: HTMLElement },
): void {
  const { home } = window;
  const place = readPosition(memory);
  const front = document.querySelector<HTMLElement>('.front-continue');
  if (front !== null) offerOnFront(front, home, place, readSeen(memory));
  const { name, words } = document.body.dataset;
  if (name === undefined) return;
  const path = pathBelow(home, location.href);
  const chapter = { path, name, ...window };
  if (place !== null && location.hash === RESUME && place.path === path) resumePosition(place);
  else if (place !== null && (isOpenedAnew(home) || !isReading(memory, chapter)))
    offerInTop(tools, home, place, path);
  watchEnd(memory, path, Number(words ?? 0), () => finishChapter(memory, chapter));
  keepPosition(memory, chapter);
}

function followVolume(volume: Volume, site: Memory): void {
  const { name, of } = document.body.dataset;
  if (name !== undefined) keepInHand(site, volume, Number(of ?? 0));
}

/** Whether this page was neither turned to from within the book nor reloaded, nor a passage of it asked for. */
function isOpenedAnew(home: URL): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  const isFromInside = document.referrer.startsWith(new URL('.', home).href);
  return (
    entry instanceof PerformanceNavigationTiming &&
    entry.type === 'navigate' &&
    !isFromInside &&
    location.hash === ''
  );
}

function turn(relation: 'prev' | 'next'): void {
  document.querySelector<HTMLAnchorElement>(`.turn a[rel="${relation}"]`)?.click();
}

startReader();
