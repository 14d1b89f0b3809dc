import type { Root } from 'mdast';
import remarkBreaks from 'remark-breaks';
import remarkHtml from 'remark-html';
import { type Plugin, type Transformer, unified } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { MarkdownConstructs } from '../../model/markdown-config.js';
import type { PluginConfig } from '../../model/plugins.js';
import type { Say } from '../../text/create-say.js';
import { createHandlers } from '../html/handlers.js';
import { schemaFor } from '../html/schema.js';
import type { TargetIndex } from '../links/index-targets.js';
import { createMend, createMendTest, type MendTree } from '../mend/create-mend.js';
import type { ParseMarkdown } from '../parse/parse-markdown.js';
import { alerts } from '../plugins/alerts.js';
import { blockAttributes } from '../plugins/block-attributes.js';
import { emoji, type FindEmoji } from '../plugins/emoji.js';
import { footnotes } from '../plugins/footnotes.js';
import { formulas, type PrintFormula } from '../plugins/formulas.js';
import { headingAttributes } from '../plugins/heading-attributes.js';
import { headingIds } from '../plugins/heading-ids.js';
import { hideTitle } from '../plugins/hide-title.js';
import { htmlLinks } from '../plugins/html-links.js';
import { inlineMarks } from '../plugins/inline-marks.js';
import { joinUnspaced } from '../plugins/join-unspaced.js';
import { links } from '../plugins/links.js';
import { listings } from '../plugins/listings.js';
import { reportLostWords } from '../plugins/lost-words.js';
import { measureText } from '../plugins/measure-text.js';
import { pictures } from '../plugins/pictures.js';
import { raiseNotes } from '../plugins/raise-notes.js';
import { collectIds, reportRawHtml } from '../plugins/raw-html.js';
import { setLineEnds } from '../plugins/set-line-ends.js';
import { typographer } from '../plugins/typographer.js';
import type { ChangeTree } from '../tree/change-tree.js';
import { compileStateOf, spanOfNode } from '../tree/compile-state.js';
import { rewritePhrasing } from '../tree/rewrite-phrasing.js';
import { createWordCollector } from '../words/collect-words.js';
import type { MarkdownProcessor } from './markdown-processor.js';
import type { RenderContext } from './render-context.js';

/** What the texts of a book lead to, and the words that are put into them. */
interface Surroundings {
  readonly index: TargetIndex;
  readonly say: Say;
  /** Null where there is no math. */
  readonly printFormula: PrintFormula | null;
  /** Null where names are no emoji. */
  readonly findEmoji: FindEmoji | null;
}

/** What extraction has left behind is mended before anybody sees the tree; the file's path is `Chapter.path`. */
const parser: Plugin<[{ readonly parse: ParseMarkdown; readonly mend: MendTree | null }], string, Root> =
  function ({ parse, mend }) {
    this.parser = (source, file) => {
      const tree = parse(source);
      mend?.(tree, source, file.path);
      return tree;
    };
  };

/** Puts the plugins of a book's owner one behind the other. One that is not done when it returns is a fault. */
export function createChangeTree(plugins: NonNullable<PluginConfig['remarkPlugins']>): ChangeTree {
  const processor = unified();
  for (const entry of plugins) {
    const [plugin, ...options] = typeof entry === 'function' ? [entry] : entry;
    // The owner's plugins are any functions; what they return is theirs to answer for.
    processor.use(plugin as Plugin<unknown[]>, ...options);
  }
  return (tree, source) => {
    let outcome: { readonly error: unknown; readonly tree: unknown } | null = null;
    // `runSync` throws what a late plugin rejects with where nobody can catch it.
    processor.run(tree, source, (error, changed) => {
      outcome ??= { error, tree: changed };
    });
    return settle(outcome);
  };
}

function settle(outcome: { readonly error: unknown; readonly tree: unknown } | null): Root {
  if (outcome === null) throw new Error('a plugin of this book is asynchronous');
  if (outcome.error) throw outcome.error;
  // A tree of another kind is refused by what comes after.
  return outcome.tree as Root;
}

/**
 * The frozen pipeline: Markdown → mdast → plugins → hast → HTML. The plugins find their nodes in the survey of the
 * state (`state.ts`), in this order because each reads what those before it settled: attributes before quotes change,
 * ids from the text as printed, addresses before footnotes add links of their own.
 */
export function createProcessor(
  { config, search, language }: Pick<RenderContext, 'config' | 'search' | 'language'>,
  parse: ParseMarkdown,
  { index, say, printFormula, findEmoji }: Surroundings,
): MarkdownProcessor {
  const { unsafe, constructs } = config;
  return unified()
    .use(parser, { parse, mend: createMend(config.mend, parse) })
    .use(reportLostWords)
    .use(constructs.headingAttributes ? [headingAttributes] : [])
    .use(constructs.blockAttributes ? [blockAttributes] : [])
    .use(hideTitle, config)
    .use(setLineEnds, { language, isFor: createMendTest(config.mend.lines) })
    .use(raiseNotes, createMendTest(config.mend.notes))
    .use(joinUnspaced)
    .use(config.hardWraps ? [remarkBreaks] : [])
    .use(constructs.joinWide ? [joinWideLines] : [])
    .use(needsInlineMarks(constructs) ? [[inlineMarks, constructs]] : [])
    .use(findEmoji === null ? [] : [[emoji, findEmoji]])
    .use(measureText, config)
    .use(search ? [[indexText, { unsafe }]] : [])
    .use(
      config.typographer
        ? [[typographer, { marks: config.marks, opens: createMendTest(config.mend.quotes) }]]
        : [],
    )
    .use(headingIds, config)
    .use(alerts, say)
    .use(links, { index, unsafe })
    .use(pictures, { index, unsafe })
    .use(collectIds, { unsafe })
    .use(unsafe ? [[htmlLinks, { index, unsafe }]] : [reportRawHtml])
    .use(footnotes, say)
    .use(printFormula === null ? [] : [[formulas, printFormula]])
    .use(listings, config.highlight)
    .use(remarkHtml, { handlers: createHandlers(say), sanitize: unsafe ? false : schemaFor(constructs) })
    .freeze();
}

function needsInlineMarks(constructs: MarkdownConstructs): boolean {
  const { inserted, marked, subscript, superscript, strikethrough, autolinks } = constructs;
  return inserted || marked || subscript || superscript || !strikethrough || !autolinks;
}

/**
 * Collects the words of a chapter for the search index. Stands before the typographer, as `measure-text.ts` does, and
 * behind the plugin that joins split words, so that they are found whole. Reports `markdown/unclosed-html`.
 *
 * @param unsafe Whether HTML in a chapter is shown, and so is searched.
 */
const indexText: Plugin<[{ readonly unsafe: boolean }], Root> = ({ unsafe }) => {
  const collectTerms = createWordCollector();
  return (tree, file) => {
    const state = compileStateOf(file);
    const { survey, otherReadings } = state;
    const { terms, unclosed } = collectTerms({ tree, survey, source: String(file), unsafe, otherReadings });
    state.terms = terms;
    for (const { node, tag } of unclosed)
      state.diagnostics.push(diagnose('markdown/unclosed-html', { tag }, spanOfNode(state.job, node)));
  };
};

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60]';
const betweenWide = new RegExp(`(?<=${wide})\\n(?=${wide})`, 'gu');

/**
 * Leaves nothing of a line's end between two Chinese or Japanese characters
 * (`markup.goldmark.extensions.cjk.eastAsianLineBreaks`); code stays as it is.
 */
function joinWideLines(): Transformer<Root> {
  return (_tree, file) => {
    for (const prose of compileStateOf(file).survey.prose) {
      rewritePhrasing(prose, (node) =>
        node.type === 'text' && node.value.includes('\n')
          ? [{ ...node, value: node.value.replace(betweenWide, '') }]
          : null,
      );
    }
  };
}
