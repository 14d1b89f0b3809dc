/** A paragraph of the text as it is found again after the chapter has changed. */
export interface ParagraphMark {
  /** Its place among the paragraphs, from 0. */
  readonly index: number;
  /** How it begins. */
  readonly start: string;
}

/** Letters of a paragraph's beginning by which it is known. */
const START_LENGTH = 60;

/** The blocks of the text that a reader's place can name, in order. */
export function listParagraphs(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.prose :is(p, li, pre, h2, h3, h4, h5, h6, tr)')];
}

/** Pixels below the window's upper edge at which reading begins: what is left of a paragraph above is read. */
const READING_LINE = 32;

/** The paragraph at the top of the window; undefined without text. */
export function findTop(paragraphs: readonly HTMLElement[]): HTMLElement | undefined {
  return (
    paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > READING_LINE) ??
    paragraphs.at(-1)
  );
}

export function markParagraph(paragraphs: readonly HTMLElement[], paragraph: HTMLElement): ParagraphMark {
  return { index: paragraphs.indexOf(paragraph), start: startOf(paragraph) };
}

/** The paragraph with the same beginning that is nearest to the old place, else the one now at that place. */
export function findMarked(paragraphs: readonly HTMLElement[], mark: ParagraphMark): HTMLElement | undefined {
  const same = paragraphs
    .map((paragraph, index) => ({ paragraph, distance: Math.abs(index - mark.index) }))
    .filter(({ paragraph }) => startOf(paragraph) === mark.start)
    .sort((a, b) => a.distance - b.distance);
  return same[0]?.paragraph ?? paragraphs[Math.min(mark.index, paragraphs.length - 1)];
}

/** Makes a change that moves the text, and keeps what is at the top of the window where it is. */
export function keepInView(change: () => void): void {
  const top = scrollY > 0 ? findTop(listParagraphs()) : undefined;
  const before = top?.getBoundingClientRect();
  change();
  if (top === undefined || before === undefined) return;
  const after = top.getBoundingClientRect();
  // Of a paragraph that begins above the window, the same part of it stays above.
  const wanted = before.top < 0 ? (before.top / before.height) * after.height : before.top;
  scrollBy({ top: after.top - wanted, behavior: 'instant' });
}

function startOf(paragraph: HTMLElement): string {
  return (paragraph.textContent ?? '').trim().slice(0, START_LENGTH);
}
