import type { Code, Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { HighlightConfig } from '../../model/markdown-config.js';
import { resolveCodeOptions } from '../highlight/code-options.js';
import { createHighlighter, type HighlightCode } from '../highlight/highlight-code.js';
import { findGrammar, nearestLanguage } from '../highlight/languages.js';
import { readFenceInfo } from '../highlight/read-code-options.js';
import { type CompileState, compileStateOf, spanOfNode } from '../tree/compile-state.js';

declare module 'mdast' {
  interface CodeData {
    /** Number of the state's piece that the listing is printed as. */
    insert?: number;
  }
}

/**
 * What the listings of one chapter may take, as the sum of the squares of their lengths: one of 16,000 characters, or
 * 60 of 2,000. Some grammars need 5 seconds for that if the text is made for it, and 50 milliseconds if it is code.
 */
const WORK_LIMIT = 2 ** 28;

/**
 * Prints every listing, coloured by its language. Reports `markdown/unknown-language`, and `markdown/long-listing` for
 * those that stay plain because a grammar might take too long.
 */
export function listings(config: HighlightConfig): Transformer<Root> {
  const highlight = createHighlighter();
  return (_tree, file) => {
    const state = compileStateOf(file);
    const printing: Printing = { state, config, highlight, work: 0 };
    for (const [ordinal, node] of state.survey.code.entries()) printListing(node, ordinal, printing);
  };
}

interface Printing {
  readonly state: CompileState;
  readonly config: HighlightConfig;
  readonly highlight: HighlightCode;
  work: number;
}

function printListing(node: Code, ordinal: number, printing: Printing): void {
  const { state, config, highlight } = printing;
  const { language: named, written } = readFenceInfo([node.lang ?? '', node.meta ?? ''].join(' '));
  const language = withoutHints(named);
  const isKnown = findGrammar(language) !== null;
  if (!isKnown && language !== '') reportLanguage(language, node, state);
  // As Hugo does: what the book sets for all is for listings that can be coloured.
  const defaults = isKnown ? config : { ...config, numbers: 'none' as const, marked: '' };
  const wanted = resolveCodeOptions(language, written, defaults, ordinal);
  const coloured = wanted.coloured && isKnown && takeWork(node, printing);
  const options = { ...wanted, coloured };
  const code = node.value === '' ? '' : `${node.value}\n`;
  node.data = { ...node.data, insert: state.inserts.push(highlight(code, options)) - 1 };
  if (options.id !== '') state.ids.push(options.id);
  if (options.anchors === '') return;
  const end = options.start + code.split('\n').length - 1;
  for (let line = options.start; line < end; line += 1) state.ids.push(`${options.anchors}-${line}`);
}

/** `rust` of `rust,ignore`: what follows the comma is for the tests of Rust's and mdBook's listings. */
function withoutHints(named: string): string {
  const [first = ''] = named.split(',', 1);
  return findGrammar(first) === null ? named : first;
}

/** Whether the listing is short enough to be coloured, given those before it. */
function takeWork(node: Code, printing: Printing): boolean {
  const work = node.value.length ** 2;
  const { diagnostics, job } = printing.state;
  if (printing.work + work > WORK_LIMIT) {
    diagnostics.push(diagnose('markdown/long-listing', { length: node.value.length }, spanOfNode(job, node)));
    return false;
  }
  printing.work += work;
  return true;
}

/** Once in a chapter for each language. */
function reportLanguage(language: string, node: Code, { diagnostics, job }: CompileState): void {
  const before = ({ code, message }: Diagnostic) =>
    code === 'markdown/unknown-language' && message.startsWith(`"${language}" `);
  if (diagnostics.some(before)) return;
  const nearest = nearestLanguage(language);
  diagnostics.push(diagnose('markdown/unknown-language', { language, nearest }, spanOfNode(job, node)));
}
