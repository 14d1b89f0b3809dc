import type { Html, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { compileStateOf, spanOfNode } from '../tree/compile-state.js';

const comments = /^(?:\s*<!--[\s\S]*?-->)*\s*$/;
const anchor = /<[^>]*?\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi;
const EXCERPT = 60;

/** Reports `markdown/raw-html` once for a chapter whose HTML the sanitiser will drop. Comments go without a word. */
export function reportRawHtml(): Transformer<Root> {
  return (_tree, file) => {
    const { survey, diagnostics, job } = compileStateOf(file);
    const dropped = survey.html.filter((node) => !comments.test(node.value));
    const [first] = dropped;
    if (first === undefined) return;
    const details = { count: dropped.length, first: excerptOf(first) };
    diagnostics.push(diagnose('markdown/raw-html', details, spanOfNode(job, first)));
  };
}

/** Collects the ids of raw HTML that is let through, so that links to them are not called broken. */
export function collectRawIds(): Transformer<Root> {
  return (_tree, file) => {
    const { survey, ids } = compileStateOf(file);
    for (const { value } of survey.html) ids.push(...findRawIds(value));
  };
}

/** The ids in a piece of HTML that is printed as it is. */
export function findRawIds(html: string): readonly string[] {
  return [...html.matchAll(anchor)].flatMap(([, id]) => id ?? []);
}

function excerptOf({ value }: Html): string {
  const line = value.split('\n', 1)[0] ?? '';
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
