import type { Html, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { addAll } from '../../lists/add-all.js';
import { compileStateOf, spanOfNode } from '../tree/compile-state.js';
import { textOfHtml } from '../tree/slots.js';

const tag = /<([^<>]*)/g;
const ownId = /\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/i;
const EXCERPT = 60;

/** Reports `markdown/raw-html` once for a chapter whose HTML the sanitiser will drop. Comments go without a word. */
export function reportRawHtml(): Transformer<Root> {
  return (_tree, file) => {
    const { survey, diagnostics, job } = compileStateOf(file);
    const dropped = survey.html.filter((node) => !isComments(node.value));
    const [first] = dropped;
    if (first === undefined) return;
    const details = { count: dropped.length, words: countWords(dropped), first: excerptOf(first) };
    diagnostics.push(diagnose('markdown/raw-html', details, spanOfNode(job, first)));
  };
}

/** Words between the tags of what is dropped; they are on no page. */
function countWords(dropped: readonly Html[]): number {
  return dropped.reduce(
    (sum, { value }) => sum + (textOfHtml(value).match(/[\p{L}\p{N}]+/gu)?.length ?? 0),
    0,
  );
}

/** Collects the ids that tags give, those in raw HTML only where it is let through: links to them are not broken. */
export function collectIds({ unsafe }: { readonly unsafe: boolean }): Transformer<Root> {
  return (_tree, file) => {
    const { survey, ids } = compileStateOf(file);
    if (unsafe) for (const { value } of survey.html) addAll(ids, findRawIds(value));
    for (const { data } of survey.named) ids.push(String(data.hProperties?.['id']));
  };
}

/** The ids in a piece of HTML that is printed as it is. */
export function findRawIds(html: string): readonly string[] {
  return [...html.matchAll(tag)].flatMap(([, inside = '']) => ownId.exec(inside)?.[1] ?? []);
}

/** Whether a piece of HTML is nothing but comments and white space. */
function isComments(html: string): boolean {
  let rest = html.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', '<!--'.length);
    if (end === -1) return false;
    rest = rest.slice(end + '-->'.length).trimStart();
  }
  return rest === '';
}

function excerptOf({ value }: Html): string {
  const line = value.split('\n', 1)[0] ?? '';
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
