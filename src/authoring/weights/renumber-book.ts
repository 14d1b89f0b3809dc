import { isAtHome } from '../../content/origin.js';
import { addAll } from '../../lists/add-all.js';
import { readCountedHeading, writeCountedHeading } from '../../text/counted-heading.js';
import { indexTranslations } from '../manuscript/index-translations.js';
import type { Manuscript } from '../manuscript/open-manuscript.js';
import {
  changeWeight,
  type IsAsked,
  type KeyChange,
  listNumbered,
  listSections,
  listWeighted,
  renumberHeadings,
  renumberWeights,
} from './plan-renumber.js';

/** New weights or headings for a book in all its languages; or a sentence that says where there is no room for them. */
export type RenumberPlan =
  | { readonly ok: true; readonly changes: readonly KeyChange[] }
  | { readonly ok: false; readonly message: string };

/**
 * Weights in even steps for the main language, and the same for translations. Where the chapters of a language stand in
 * an order of their own, or where it has some that the main one has not, these get weights of their own, between those
 * of the chapters around them. The order stays what it is in every language.
 */
export function renumberBook(main: Manuscript, isAsked: IsAsked, step: number): RenumberPlan {
  const first = renumberWeights(main, isAsked, step);
  const given = new Map(first.map(({ chapter, to }) => [chapter.file, Number(to)]));
  const changes = [...first];
  for (const other of main.family.filter((book) => book !== main)) {
    const translate = indexTranslations(other);
    for (const section of listSections(other).filter(isAsked)) {
      const found = renumberSection(other, section, { given, step, translate });
      if (found === null) return { ok: false, message: describeLack(other, section) };
      addAll(changes, found);
    }
  }
  return { ok: true, changes };
}

interface Numbering {
  /** New weights of the main language's chapters, by `Chapter.file`. */
  readonly given: ReadonlyMap<string, number>;
  readonly step: number;
  readonly translate: ReturnType<typeof indexTranslations>;
}

function renumberSection(
  other: Manuscript,
  section: string,
  { given, step, translate }: Numbering,
): readonly KeyChange[] | null {
  const [main] = other.family;
  const pages = listWeighted(other, section);
  const shared = pages.map(({ page }) => {
    const original = translate(page).find(({ manuscript }) => manuscript === main);
    const file = original?.chapter?.file;
    return file === undefined ? null : (given.get(file) ?? original?.page.weight ?? null);
  });
  const fixed = shared.map((weight, index) => {
    const chapter = pages[index]?.chapter;
    return chapter === undefined || isAtHome(chapter) ? null : weight;
  });
  const weights = fillWeights(shared, step) ?? fillWeights(fixed, step);
  return (
    weights &&
    pages.flatMap((weighted, index) =>
      isAtHome(weighted.chapter) ? changeWeight(weighted, weights[index] ?? 0) : [],
    )
  );
}

/** Rising weights with those that are given; null where these do not rise, or leave no room between them. */
function fillWeights(given: readonly (number | null)[], step: number): readonly number[] | null {
  const weights: number[] = [];
  while (weights.length < given.length) {
    const before = weights.at(-1) ?? 0;
    const rest = given.slice(weights.length);
    const found = rest.findIndex((weight) => weight !== null);
    const count = found === -1 ? rest.length : found;
    const next = rest[count] ?? before + step * (count + 1);
    if (next - before <= count) return null;
    for (let index = 1; index <= count; index += 1) {
      weights.push(before + Math.floor(((next - before) * index) / (count + 1)));
    }
    if (found !== -1) weights.push(next);
  }
  return weights;
}

function describeLack({ inputs }: Manuscript, section: string): string {
  const { key } = inputs.config.place;
  return `In ${key}, ${section} has more chapters of its own than fit between the others; a larger --step makes room.`;
}

/**
 * Headings counted anew in the main language. A translation gets the number of the chapter that it translates. What only
 * one language has keeps its heading, unless nothing there is a translation: such a language is counted by itself.
 */
export function renumberBookHeadings(main: Manuscript, isAsked: IsAsked): readonly KeyChange[] {
  const first = renumberHeadings(main, isAsked);
  const given = new Map(first.map(({ chapter, to }) => [chapter.file, to]));
  const others = main.family.filter((book) => book !== main);
  return [...first, ...others.flatMap((other) => followHeadings(other, isAsked, given))];
}

function followHeadings(
  other: Manuscript,
  isAsked: IsAsked,
  given: ReadonlyMap<string, string>,
): readonly KeyChange[] {
  const [main] = other.family;
  const translate = indexTranslations(other);
  const followed = listNumbered(other, isAsked).flatMap(({ page, chapter, heading, counted }) => {
    const original = translate(page).find(({ manuscript }) => manuscript === main);
    const written = given.get(original?.chapter?.file ?? '') ?? original?.page.heading ?? '';
    const goal = readCountedHeading(written);
    if (goal === null) return [];
    const to = writeCountedHeading(counted, goal.number.number, goal.letter.toLowerCase());
    return [{ chapter, key: 'heading' as const, from: heading, to }];
  });
  return followed.length === 0
    ? renumberHeadings(other, isAsked)
    : followed.filter(({ from, to }) => from !== to);
}
