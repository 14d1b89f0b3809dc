import type { Root } from 'mdast';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoEmphasisAsHeading from 'remark-lint-no-emphasis-as-heading';
import remarkLintNoEmptyUrl from 'remark-lint-no-empty-url';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import { VFile } from 'vfile';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** A rule of remark-lint under a code of ours. */
interface LintRule {
  readonly code:
    | 'link/undefined-reference'
    | 'link/unused-definition'
    | 'link/duplicate-definition'
    | 'link/empty'
    | 'text/emphasis-as-heading';
  /** Whether the chapter holds anything that the rule looks at: the walks cost what the whole check costs otherwise. */
  readonly mayApply: (chapter: CheckedChapter) => boolean;
  readonly run: (tree: Root, file: VFile) => void;
}

const finish = () => undefined;
const hasDefinition = ({ survey }: CheckedChapter) =>
  survey.addressed.some(({ type }) => type === 'definition');
// `[sic]` and `[1]` are what books write: only references in two brackets must be defined.
const findUndefined = remarkLintNoUndefinedReferences({ allowShortcutLink: true });
const findUnused = remarkLintNoUnusedDefinitions();
const findDuplicates = remarkLintNoDuplicateDefinitions();
const findEmpty = remarkLintNoEmptyUrl();
const findEmphasis = remarkLintNoEmphasisAsHeading();

const rules: readonly LintRule[] = [
  {
    code: 'link/undefined-reference',
    mayApply: ({ text }) => text.includes(']['),
    run: (tree, file) => findUndefined?.(tree, file, finish),
  },
  {
    code: 'link/unused-definition',
    mayApply: hasDefinition,
    run: (tree, file) => findUnused?.(tree, file, finish),
  },
  {
    code: 'link/duplicate-definition',
    mayApply: hasDefinition,
    run: (tree, file) => findDuplicates?.(tree, file, finish),
  },
  {
    code: 'link/empty',
    mayApply: ({ survey }) => survey.addressed.some(({ url }) => url === ''),
    run: (tree, file) => findEmpty?.(tree, file, finish),
  },
  {
    code: 'text/emphasis-as-heading',
    mayApply: ({ text }) => /^(?:\*|_)/m.test(text),
    run: (tree, file) => findEmphasis?.(tree, file, finish),
  },
];

/**
 * What remark-lint's rules say of a chapter: `link/undefined-reference`, `link/unused-definition`,
 * `link/duplicate-definition`, `link/empty` and `text/emphasis-as-heading`.
 */
export function checkRemarkLint(chapter: CheckedChapter): readonly Finding[] {
  return rules.flatMap((rule) => (rule.mayApply(chapter) ? runRule(rule, chapter) : []));
}

function runRule(rule: LintRule, { tree, text, shift, placeAt }: CheckedChapter): readonly Finding[] {
  const { code } = rule;
  const file = new VFile(text.slice(shift));
  rule.run(tree, file);
  const found = file.messages.flatMap(({ place, ancestors }) => {
    // Footnotes have codes of their own, which a build reports.
    if (ancestors?.at(-1)?.type === 'footnoteDefinition' || place === undefined || !('start' in place))
      return [];
    const start = (place.start.offset ?? 0) + shift;
    const end = (place.end.offset ?? 0) + shift;
    return [{ written: text.slice(start, end), place: placeAt(start, end) }];
  });
  const kept = code === 'text/emphasis-as-heading' ? keepHeadings(found) : found;
  return kept.map(({ written, place }) => {
    const [line = ''] = written.split('\n', 1);
    return { diagnostic: diagnose(code, { written: line.slice(0, 60) }, place) };
  });
}

/** Somebody raises his voice, or a note is set apart: no heading ends like that, or has several lines. */
const isSentence = /[.!?…:;,。！？]["'”’)]*[*_]+$|\n/;
const longestHeading = 80;
/** Who speaks so often in a play is no heading, and neither are those who speak less often in it. */
const leastTurns = 3;

/** What is strong and short. Italics set apart are directions in a play, a motto, or what somebody reads. */
function keepHeadings<Found extends { readonly written: string }>(found: readonly Found[]): readonly Found[] {
  const strong = found.filter(({ written }) => /^(?:\*\*|__)/.test(written));
  const turns = new Map<string, number>();
  for (const { written } of strong) turns.set(written, (turns.get(written) ?? 0) + 1);
  if ([...turns.values()].some((count) => count >= leastTurns)) return [];
  return strong.filter(({ written }) => written.length <= longestHeading && !isSentence.test(written));
}
