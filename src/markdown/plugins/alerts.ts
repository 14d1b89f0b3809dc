import type { Blockquote, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Transformer } from 'unified';
import type { Say } from '../../text/create-say.js';
import { compileStateOf } from '../tree/compile-state.js';

const marker = /^\[!(note|tip|important|warning|caution)\]([+-])?[ \t]*/i;

/**
 * Turns a quote that opens with `[!NOTE]` (tip, important, warning, caution) into a call-out:
 * `<aside class="alert alert-note" role="note">` with its title in `<p class="alert-title">`. The title is what
 * follows on the marker's line, else the type's name in the book's language. Obsidian's signs make it one that folds
 * (`<details>`): `[!NOTE]-` is closed at first, `[!NOTE]+` open.
 */
export function alerts(say: Say): Transformer<Root> {
  return (_tree, file) => {
    for (const quote of compileStateOf(file).survey.blockquotes) markAlert(quote, say);
  };
}

function markAlert(quote: Blockquote, say: Say): void {
  const [first] = quote.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = start?.type === 'text' ? marker.exec(start.value) : null;
  if (first?.type !== 'paragraph' || start?.type !== 'text' || found === null) return;
  const [, name = '', sign] = found;
  const type = name.toLowerCase();
  start.value = start.value.slice(found[0].length);
  const title = takeFirstLine(first);
  const named: PhrasingContent[] = title.some((node) => node.type !== 'text' || node.value !== '')
    ? title
    : [{ type: 'text', value: say(`alert.${type}`) ?? type }];
  if (first.children.length === 0) quote.children.shift();
  quote.children.unshift({
    type: 'paragraph',
    children: named,
    data: {
      ...(sign === undefined ? {} : { hName: 'summary' }),
      hProperties: { className: ['alert-title'] },
    },
  });
  const className = ['alert', `alert-${type}`];
  quote.data =
    sign === undefined
      ? { hName: 'aside', hProperties: { className, role: 'note' } }
      : { hName: 'details', hProperties: { className, open: sign === '+' } };
}

/** Cuts a paragraph behind its first line and returns what stood on it. */
function takeFirstLine(paragraph: Paragraph): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (let node = paragraph.children.shift(); node !== undefined; node = paragraph.children.shift()) {
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type === 'break') break;
    if (node.type !== 'text' || end < 0) {
      line.push(node);
      continue;
    }
    if (end > 0) line.push({ type: 'text', value: node.value.slice(0, end) });
    paragraph.children.unshift({ ...node, value: node.value.slice(end + 1) });
    break;
  }
  return line;
}
