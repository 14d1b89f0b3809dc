import type { Root } from 'mdast';
import { noEvidence } from '../line-ends/no-evidence.js';
import type { ParseMarkdown } from '../markdown/parse/parse-markdown.js';
import { screenSource } from '../markdown/parse/screen-source.js';
import { surveyTree, type TreeSurvey } from '../markdown/tree/survey-tree.js';
import type { Chapter } from '../model/chapter.js';
import type { SourceSpan } from '../model/diagnostic.js';
import type { Evidence } from '../model/evidence.js';
import { type ProseText, readProse } from './prose.js';

/** A chapter as the rules see it: its text, the tree of it, and the words in it. */
export interface CheckedChapter {
  readonly chapter: Chapter;
  /** BCP 47 tag of the book's language. */
  readonly language: string;
  /** What its line ends are judged by. */
  readonly evidence: Evidence;
  /** The whole decoded file. */
  readonly text: string;
  /** The text behind the front matter, with shortcodes masked; as long as written. */
  readonly body: string;
  /** Whether raw HTML is printed. */
  readonly unsafe: boolean;
  readonly tree: Root;
  readonly survey: TreeSurvey;
  readonly prose: readonly ProseText[];
  /** From an offset of a node to that of the decoded file. */
  readonly shift: number;
  /** The place of a piece of the decoded file; a length only within one line. */
  readonly placeAt: (start: number, end: number) => SourceSpan;
}

/** Deeper trees are refused by the build, which reports them. */
const depthLimit = 500;

/** What a chapter is opened with. */
export interface ChapterSetting {
  /** BCP 47 tag of the book's language. */
  readonly language: string;
  /** Absent for a chapter without a line end to judge. */
  readonly evidence?: Evidence | undefined;
  readonly parse: ParseMarkdown;
  /** Whether raw HTML is printed; it is not where this is absent. */
  readonly unsafe?: boolean;
}

/** Parses a chapter for the rules; null for one that no parser is to see. */
export function openCheckedChapter(
  chapter: Chapter,
  text: string,
  { language, evidence = noEvidence(language), parse, unsafe = false }: ChapterSetting,
): CheckedChapter | null {
  const body = maskShortcodes(text.slice(chapter.bodyStart));
  if (screenSource(body) !== null) return null;
  const tree = parse(body);
  const survey = surveyTree(tree);
  if (survey.depth > depthLimit) return null;
  const prose = survey.prose.map((node) => readProse(node, body, chapter.bodyStart));
  const placeAt = createLocator(chapter.file, text);
  const shift = chapter.bodyStart;
  return { chapter, language, evidence, text, body, unsafe, tree, survey, prose, shift, placeAt };
}

/** Finds places in a file; its lines are counted when the first is asked for. */
function createLocator(file: string, text: string): CheckedChapter['placeAt'] {
  let starts: readonly number[] | undefined;
  return (start, end) => {
    starts ??= listLineStarts(text);
    const line = countUpTo(starts, start);
    const lineStart = starts[line - 1] ?? 0;
    const lineEnd = (starts[line] ?? text.length + 1) - 1;
    const length = Math.min(end, lineEnd) - start;
    return { file, line, column: start - lineStart + 1, ...(length > 0 ? { length } : {}) };
  };
}

/** The offset at which each line begins. */
export function listLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of the ascending numbers are at most the given one. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One tag: `{{< name … >}}`, `{{% name … %}}`, or the closing one with a slash. None reaches over the next. */
const tags = /\{\{([<%])\s*(?!\s)(?:(\/)\s*(?!\s))?([\w/-]*)(?![\w/-])(?:(?!\{\{)[\s\S])*?[>%]\}\}/g;
/** What stands between two tags is text; between two of these it is code. */
const holdsCode = /^(?:highlight|code[\w-]*)$/;

/**
 * The text with every tag of a shortcode as one word of `U+FFFC`, as long as the tag and without its line ends: what a
 * call is given is no prose, and a tag over several lines would be taken apart (its last line, `>}}`, looks like a
 * quotation). With the tags of `highlight`, or of a shortcode whose name begins with "code", goes what they hold.
 */
function maskShortcodes(body: string): string {
  if (!body.includes('{{')) return body;
  const found = [...body.matchAll(tags)];
  const lastEnd = new Map(
    found.flatMap(({ 2: slash, 3: name = '', index }) => (slash ? [[name, index]] : [])),
  );
  let masked = '';
  let done = 0;
  let code: string | null = null;
  for (const { 0: tag, 2: slash, 3: name = '', index } of found) {
    if (code !== null && (!slash || name !== code)) continue;
    masked += code === null ? body.slice(done, index) : '\ufffc'.repeat(index - done);
    masked += '\ufffc'.repeat(tag.length);
    done = index + tag.length;
    code = !slash && holdsCode.test(name) && (lastEnd.get(name) ?? -1) > index ? name : null;
  }
  return masked + body.slice(done);
}
