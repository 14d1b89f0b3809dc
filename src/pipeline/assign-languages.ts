import { Buffer } from 'node:buffer';
import { placeChapter } from '../chapters/open-chapter.js';
import { describeTargetPage, openInheritance } from '../chapters/open-inheritance.js';
import { type ReadHead, readHead } from '../chapters/read-head.js';
import { readMatrix } from '../chapters/sites.js';
import { splitPath } from '../content/logical-path.js';
import { namedLanguage } from '../content/origin.js';
import type { Config } from '../model/config.js';
import type { LoadedFile } from '../model/source.js';
import { utc } from '../time/zone.js';

/** Keys of the languages that chapters say they are in, by `SourceFile.path`; nothing for one that leaves it to its name. */
export type Assignments = ReadonlyMap<string, readonly string[]>;

const none: Assignments = new Map();

/** By file, since most of the preview's are those of the look before. */
const heads = new WeakMap<LoadedFile, ReadHead | null>();
const mentions = new WeakMap<LoadedFile, boolean>();

/**
 * Finds the languages that `sites.matrix.languages` gives to chapters (content rule 2), theirs or what cascades to them from
 * the pages above, in whichever language those are, or from the configuration. What names no language of the book says
 * nothing. As in Hugo, a page's own cascade of `sites` is for the pages below it alone. Faults are reported where a site reads its
 * chapters.
 */
export function assignLanguages(files: readonly LoadedFile[], config: Config): Assignments {
  const { place, cascade } = config;
  if (!isAbout(cascade?.value) && !files.some(isMentioned)) return none;
  const main = { place: { ...place, key: place.main }, assigned: new Map() };
  const opened = files.flatMap((file) => {
    const head = recallHead(file);
    return head === null ? [] : [placeChapter(file, head, main)];
  });
  const byLanguage = [...opened].sort(
    (one, two) => Number(one.origin !== undefined) - Number(two.origin !== undefined),
  );
  const context = { ...config, language: place.main };
  const inherits = new Map(
    place.keys.map((language) => {
      const reading = { zone: utc, diagnostics: [] };
      return [language, openInheritance(byLanguage, { ...config, language }, reading)] as const;
    }),
  );
  return new Map(
    opened.flatMap((chapter) => {
      const { fields, places } = chapter.head;
      if (fields === null) return [];
      const page = describeTargetPage(chapter, context);
      const above = splitPath(page.path).folder || '/';
      const inherit = inherits.get(namedLanguage(chapter, place.main));
      const inherited = inherit?.({ fields, places }, page, above).fields ?? fields;
      const isIn = readMatrix(inherited.find(({ key }) => key === 'sites')?.value ?? null);
      const languages = isIn === null ? [] : place.keys.filter(isIn);
      return languages.length === 0 ? [] : [[chapter.path, languages] as const];
    }),
  );
}

/** Heads are read for it only where the word stands somewhere in the file. */
function isMentioned(file: LoadedFile): boolean {
  const known = mentions.get(file);
  if (known !== undefined) return known;
  const { bytes } = file;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isThere =
    ['sites', 'Sites'].some((word) => view.includes(word)) &&
    recallHead(file)?.fields?.some(
      ({ key, value }) => key === 'sites' || (key === 'cascade' && isAbout(value)),
    ) === true;
  mentions.set(file, isThere);
  return isThere;
}

function recallHead(file: LoadedFile): ReadHead | null {
  const known = heads.get(file);
  if (known !== undefined) return known;
  const head = readHead(file, { zone: utc, diagnostics: [] });
  heads.set(file, head);
  return head;
}

/** Whether a cascade may be about sites. */
function isAbout(cascade: unknown): boolean {
  return JSON.stringify(cascade ?? null).includes('"sites"');
}
