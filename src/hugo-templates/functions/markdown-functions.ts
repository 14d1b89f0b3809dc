import { type FunctionEntry, onTexts } from '../../go-templates/functions/entries.js';
import { toText } from '../../go-templates/values/convert.js';
import { finishedHtml } from '../../go-templates/values/origin.js';
import { type GoText, type GoValue, isGoMap, isGoText, sortedKeys } from '../../go-templates/values/value.js';
import { type Desk, toolsOf } from '../desk.js';

/** `markdownify`, `highlight` and `emojify`. */
export function markdownFunctions(desk: Desk): readonly FunctionEntry[] {
  return [
    ['transform.Markdownify markdownify', 1, 1, ([text]) => finishedHtml(renderInline(toText(text), desk))],
    [
      'transform.Highlight highlight',
      2,
      3,
      ([code, language, options]) => {
        return finishedHtml(toolsOf(desk).highlight(toText(code), toText(language), writeOptions(options)));
      },
    ],
    ['transform.HighlightCodeBlock', 1, 2, ([block, options]) => viewCodeBlock(block, options, desk)],
    onTexts('transform.Emojify emojify', 1, 1, ([text]) =>
      toText(text).replace(/:([\w+-]+):/g, (whole, name: string) => desk.findEmoji(name) ?? whole),
    ),
  ];
}

function viewCodeBlock(block: GoValue | undefined, options: GoValue | undefined, desk: Desk): GoValue {
  const member = (name: string) =>
    typeof block === 'object' && block !== null && 'member' in block ? block.member(name) : undefined;
  const textOfMember = (name: string) => {
    const value = member(name);
    return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'method'
      ? ''
      : toText(value);
  };
  const html = finishedHtml(
    toolsOf(desk).highlight(textOfMember('Inner'), textOfMember('Type'), writeOptions(options)),
  );
  return {
    kind: 'object',
    type: 'HighlightResult',
    member: (name) => (name === 'Wrapped' || name === 'Inner' ? html : undefined),
    print: () => html.text,
  };
}

/** `linenos=table,hl_lines=2`, as it is or from a map. */
function writeOptions(options: GoValue | undefined): string {
  if (!isGoMap(options)) return toText(options);
  return sortedKeys(options)
    .map((key) => `${key}=${toText(options.entries.get(key))}`)
    .join(',');
}

/** `RenderString [OPTIONS] TEXT`: inline unless `display` says `block`. */
export function renderString(args: readonly GoValue[], desk: Desk): GoText {
  const [first = null, second] = args;
  const options = second === undefined ? null : first;
  const text = toText(second === undefined ? first : second);
  const display = isGoMap(options) ? options.entries.get('display') : null;
  const isBlock = isGoText(display ?? null) && toText(display) === 'block';
  return finishedHtml(isBlock ? toolsOf(desk).compile(text) : renderInline(text, desk));
}

/** A lone paragraph goes without its `<p>`, anything else is all of its blocks, with the line end behind each. */
function renderInline(text: string, desk: Desk): string {
  if (text.trim() === '') return '';
  const html = toolsOf(desk).compile(text);
  const inside = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
  return inside === undefined || /<p[\s>]/.test(inside) ? html : inside;
}
