import { addressOf, pathBelow } from './address.js';
import { createElement } from './element.js';
import { type Memory, openMemory } from './memory.js';
import { RESUME, readPosition } from './reading-position.js';
import { say } from './say.js';
import { readSeen } from './ticks.js';

/** The volume of a library that the page stands in. */
export interface Volume {
  /** The address of its title page. */
  readonly url: URL;
  readonly path: string;
  readonly name: string;
}

/** The volumes that a reader has begun, by path, the latest last: the name, and how many chapters there are. */
type InHand = Readonly<Record<string, readonly [name: string, chapters: number]>>;

const IN_HAND = 'volumes';

/** Null on pages outside of volumes. */
export function findVolume(root: HTMLElement, home: URL): Volume | null {
  const { volume, volumeName = '' } = root.dataset;
  if (volume === undefined) return null;
  const url = new URL(volume, location.href);
  return { url, path: pathBelow(home, url.href), name: volumeName };
}

/**
 * The memory of the book that is read: of the volume, or of the whole site. What was kept for the site before it had
 * volumes is taken over once.
 */
export function openBookMemory(volume: Volume | null, site: Memory): Memory {
  if (volume === null) return site;
  const memory = openMemory(volume.url);
  if (memory.read('seen') === undefined) {
    const seen = Object.entries(readSeen(site)).filter(([path]) => path.startsWith(volume.path));
    if (seen.length > 0) memory.write('seen', Object.fromEntries(seen));
    const place = readPosition(site);
    if (place?.path.startsWith(volume.path) === true && readPosition(memory) === null)
      memory.write('place', place);
  }
  return memory;
}

/** Remembers that a chapter of the volume was opened; `chapters` is how many it has. */
export function keepInHand(site: Memory, { path, name }: Volume, chapters: number): void {
  const { [path]: _, ...others } = readInHand(site);
  site.write(IN_HAND, { ...others, [path]: [name, chapters] });
}

/** On the front page of a library: the volumes in hand, the latest first, each with the way back and how much was read. */
export function offerShelf(shelf: HTMLElement, home: URL, site: Memory): void {
  const inHand = Object.entries(readInHand(site)).reverse();
  for (const [path, [name, chapters]] of inHand.slice(0, SHOWN)) {
    const memory = openMemory(new URL(addressOf(home, path)));
    const place = readPosition(memory);
    if (place === null) continue;
    const link = createElement(
      'a',
      { href: addressOf(home, place.path) + RESUME },
      say('continueWith', { name: `${name} · ${place.name}` }),
    );
    const read = Object.keys(readSeen(memory)).length;
    const percent = Math.min(100, Math.floor((read / Math.max(chapters, 1)) * 100));
    const progress = read === 0 ? [] : [createElement('span', {}, say('percentRead', { count: percent }))];
    shelf.append(createElement('li', {}, link, ...progress));
  }
}

/** Forgets places and ticks, of the site and of all its volumes; settings stay. */
export function forgetReading(site: Memory, home: URL): void {
  const volumes = Object.keys(readInHand(site)).map((path) => openMemory(new URL(addressOf(home, path))));
  for (const memory of [...volumes, site]) {
    for (const name of ['place', 'seen', IN_HAND]) memory.write(name, undefined);
  }
}

const SHOWN = 6;

/** Only what `keepInHand` wrote counts. */
function readInHand(site: Memory): InHand {
  const stored = site.read(IN_HAND);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([, kept]) => Array.isArray(kept) && typeof kept[0] === 'string' && typeof kept[1] === 'number',
    ),
  );
}
