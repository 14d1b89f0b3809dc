import { createRuleFinder } from '../book/permalinks.js';
import { chainDates } from '../chapters/resolve-dates.js';
import { isStandIn } from '../content/origin.js';
import type { Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { SourceSpan } from '../model/diagnostic.js';
import { findTemplate } from '../pages/lookup.js';
import { indexTranslations } from './manuscript/index-translations.js';
import type { Manuscript } from './manuscript/open-manuscript.js';

/** One fact about a page, and what it follows from. */
export interface Reason {
  /** `address`, `place`, `template`, …; for a key of the front matter its name. */
  readonly what: string;
  readonly value: string;
  readonly because: string;
  /** Where the value is written; absent when it is written nowhere. */
  readonly place?: SourceSpan;
}

/**
 * Explains a page: its file, address, place in the order, template and dates, and every value of its front matter, each
 * with the place that it comes from. Values that cascade from a page above have the place in that page.
 */
export function explainPage(manuscript: Manuscript, page: Page): readonly Reason[] {
  const chapter = manuscript.opened.chapters.get(page.source ?? '');
  return [
    explainFile(manuscript, page, chapter),
    explainAddress(manuscript, page, chapter),
    ...page.aliases.map((alias) =>
      at({ what: 'redirect', value: alias, because: '`aliases`' }, chapter, 'aliases'),
    ),
    ...explainOrder(manuscript, page, chapter),
    explainTemplate(manuscript, page, chapter),
    ...(chapter === undefined ? [] : [...explainDates(manuscript, chapter), ...explainInherited(chapter)]),
    ...explainHolding(manuscript, page),
    ...explainTranslations(manuscript, page),
  ];
}

/** The reason with the place of a key, when the key is written somewhere. */
function at(reason: Reason, chapter: Chapter | undefined, key: string): Reason {
  const place = chapter?.places[key];
  return place === undefined ? reason : { ...reason, place };
}

function explainFile({ inputs }: Manuscript, page: Page, chapter: Chapter | undefined): Reason {
  const reason = { what: 'file', value: chapter?.file ?? 'none' };
  if (chapter === undefined) {
    return { ...reason, because: `a ${page.kind} page is made up where no _index.md is` };
  }
  const { place } = inputs.config;
  const missing = `not translated into ${place.key}, shown in ${place.main}`;
  if (chapter.origin !== undefined && !isStandIn(chapter))
    return at({ ...reason, because: `\`sites\` puts it into ${place.key}` }, chapter, 'sites');
  return { ...reason, because: isStandIn(chapter) ? missing : `kind ${page.kind}` };
}

/** What decides in the order of `locateNode` (content rule 6). */
function explainAddress(
  { inputs }: Manuscript,
  { url, kind, key }: Page,
  chapter: Chapter | undefined,
): Reason {
  const reason = { what: 'address', value: url };
  if (kind !== 'home' && chapter?.frontMatter.url !== undefined) {
    return at({ ...reason, because: '`url`' }, chapter, 'url');
  }
  if (kind === 'home') return { ...reason, because: 'the home page' };
  const rule = createRuleFinder(inputs.config.addresses.permalinks)({ kind, path: key.slice(1) });
  if (rule !== null) {
    return { ...reason, because: `the pattern ${rule.pattern} of \`permalinks\`` };
  }
  if (chapter?.frontMatter.slug !== undefined) return at({ ...reason, because: '`slug`' }, chapter, 'slug');
  return { ...reason, because: 'its path' };
}

function explainOrder({ opened }: Manuscript, page: Page, chapter: Chapter | undefined): readonly Reason[] {
  const { book } = opened;
  const parent = book.pages[page.parent ?? ''];
  if (parent === undefined) return [{ what: 'place', value: 'first', because: 'the home page' }];
  const siblings = parent.children;
  const index = siblings.indexOf(page.key);
  const before = book.pages[siblings[index - 1] ?? ''];
  const value = `${index + 1} of ${siblings.length} in ${parent.url}`;
  const because = before === undefined ? 'nothing sorts before it' : `${compare(before, page)} ${before.url}`;
  const neighbours = [page.previous, page.next].map((key) =>
    key === null ? 'none' : (book.pages[key]?.url ?? key),
  );
  return [
    at({ what: 'place', value, because }, chapter, 'weight'),
    { what: 'neighbours', value: neighbours.join(' and '), because: 'previous and next in reading order' },
  ];
}

/** What decided between two neighbours (content rule 5). */
function compare(before: Page, page: Page): string {
  if (before.weight !== page.weight) {
    if (page.weight === 0) return 'no weight, so it comes after';
    return `weight ${page.weight}, after ${before.weight} of`;
  }
  const [first, second] = [before.date?.ms, page.date?.ms].map((ms) => Math.floor((ms ?? -Infinity) / 1000));
  const same = page.weight === 0 ? 'neither has a weight' : `both have the weight ${page.weight}`;
  if (first !== second) return `${same}; its date is older than that of`;
  return before.linkTitle === page.linkTitle
    ? `${same}, date and title are equal; its path sorts after that of`
    : `${same} and the dates are equal; its title sorts after that of`;
}

function explainTemplate({ inputs }: Manuscript, page: Page, chapter: Chapter | undefined): Reason {
  const templates = new Map(inputs.sources.templates.map(({ path, file }) => [path, file]));
  const { value } = findTemplate(page, new Set(templates.keys()));
  const reason = { what: 'template', value: templates.get(value) ?? value };
  const key = (['layout', 'type'] as const).find((name) => chapter?.frontMatter[name] !== undefined);
  const because = key === undefined ? `kind ${page.kind}` : `\`${key}\``;
  return key === undefined ? { ...reason, because } : at({ ...reason, because }, chapter, key);
}

/** The key along each chain (content rule 3) that gave the date: the first that is there. */
function explainDates({ inputs }: Manuscript, chapter: Chapter): readonly Reason[] {
  return chainDates(inputs.config.dates).flatMap(([name, chain]): readonly Reason[] => {
    const date = chapter.dates[name];
    if (date === undefined) return [];
    const key = chain.find((candidate) => candidate in chapter.places || candidate === dateFromName(chapter));
    const because = key === undefined ? 'the dates of other keys' : `\`${key}\``;
    return [at({ what: name, value: date.iso, because }, chapter, key ?? '')];
  });
}

/** The token of a date in the name of a file, for one that has it. */
function dateFromName({ path, bundle }: Chapter): string | null {
  const name = path.split('/').at(bundle === 'single' ? -1 : -2) ?? '';
  return /^\d{4}-\d\d-\d\d/.test(name) ? ':filename' : null;
}

/** Keys that another page, or the configuration, hands down by `cascade`. */
function explainInherited({ places, file, frontMatter, params }: Chapter): readonly Reason[] {
  const typed: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(frontMatter).map(([key, value]) => [key.toLowerCase(), value]),
  );
  return Object.entries(places).flatMap(([key, place]) => {
    if (place.file === file) return [];
    const value = typed[key] ?? params[key];
    const shown = typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
    return [{ what: key, value: shown, because: '`cascade`', place }];
  });
}

function explainHolding({ opened, inputs }: Manuscript, page: Page): readonly Reason[] {
  const chapter = opened.chapters.get(page.source ?? '');
  if (chapter === undefined) return [];
  const { now } = inputs.config.publish;
  const { draft } = chapter.frontMatter;
  const { publishDate, expiryDate } = chapter.dates;
  const reason = { what: 'held back', value: 'yes' };
  if (draft) return [at({ ...reason, because: 'a draft; published with -D' }, chapter, 'draft')];
  if (publishDate !== undefined && publishDate.ms > now) {
    return [{ ...reason, because: `not due before ${publishDate.iso}; published with -F` }];
  }
  if (expiryDate !== undefined && expiryDate.ms < now) {
    return [
      at({ ...reason, because: `expired ${expiryDate.iso}; published with -E` }, chapter, 'expirydate'),
    ];
  }
  return [];
}

/** The same page in every other language. */
function explainTranslations(manuscript: Manuscript, page: Page): readonly Reason[] {
  const translate = indexTranslations(manuscript);
  return translate(page).map(({ manuscript: { inputs }, page: { url, file }, chapter }) => ({
    what: `in ${inputs.config.place.key}`,
    value: url || 'no address',
    because: chapter !== null && isStandIn(chapter) ? 'not translated' : (file ?? 'no file'),
  }));
}
