import type { Code, Definition, Nodes, Parents, PhrasingContent, RootContent, Table } from 'mdast';
import { escapeHtml } from '../../go-templates/places/escape-text.js';
import type { HookFacts, HookRow } from '../../hugo-templates/views/view-hook.js';
import { readFenceInfo } from '../highlight/read-code-options.js';
import { plainText } from '../tree/plain-text.js';
import type { WrittenParts } from './hook-renderer.js';

/** What is needed to tell a hook about a node. */
export interface NodeTelling {
  readonly written: WrittenParts;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** HTML of children, in a line or as blocks. */
  readonly printLine: (children: readonly PhrasingContent[]) => string;
  readonly printBlocks: (children: readonly RootContent[]) => string;
}

/** The facts of a node for its hook, without its place; null for a node that no hook is for. */
export type NodeFacts = Omit<HookFacts, 'ordinal' | 'file' | 'line' | 'column'> & {
  /** Names of the files that may print it, the first that there is. */
  readonly names: readonly string[];
};

const none = { texts: {}, html: {}, flags: {}, attributes: {}, options: {}, rows: null };

/** Tells a hook about a node. */
export function describeNode(node: Nodes, parent: Parents, telling: NodeTelling): NodeFacts | null {
  switch (node.type) {
    case 'link':
    case 'linkReference':
      return describeLink(node, telling);
    case 'image':
    case 'imageReference':
      return describeImage(node, parent, telling);
    case 'heading': {
      const attributes = attributesOf(node);
      return {
        ...none,
        kind: 'heading',
        names: ['render-heading'],
        texts: { Anchor: String(attributes['id'] ?? ''), PlainText: plainText(node) },
        html: { Text: telling.printLine(node.children) },
        flags: { Level: node.depth },
        attributes,
      };
    }
    case 'code': {
      if (isIndented(node)) return null;
      const { language, written } = readFenceInfo([node.lang ?? '', node.meta ?? ''].join(' '));
      const [attributes, options] = divideOptions(written);
      const own = language === '' ? [] : [`render-codeblock-${language.toLowerCase()}`];
      const names = [...own, 'render-codeblock'];
      return {
        ...none,
        kind: 'codeblock',
        names,
        texts: { Type: language, Inner: node.value },
        attributes,
        options,
      };
    }
    case 'blockquote': {
      const alert = telling.written.alerts.get(node);
      const type = alert === undefined ? 'regular' : 'alert';
      return {
        ...none,
        kind: 'blockquote',
        names: [`render-blockquote-${type}`, 'render-blockquote'],
        texts: { Type: type, AlertType: alert?.type ?? '', AlertSign: alert?.sign ?? '' },
        html: { Text: telling.printBlocks(node.children), AlertTitle: telling.printLine(alert?.title ?? []) },
        attributes: attributesOf(node),
      };
    }
    case 'table':
      return {
        ...none,
        kind: 'table',
        names: ['render-table'],
        attributes: attributesOf(node),
        rows: rowsOf(node, telling),
      };
    case 'formula': {
      const type = node.display ? 'block' : 'inline';
      const names = [`render-passthrough-${type}`, 'render-passthrough'];
      return { ...none, kind: 'passthrough', names, texts: { Type: type, Inner: node.value } };
    }
    default:
      return null;
  }
}

/** Code by its indent alone has no line for a fence. No hook is for it. */
function isIndented({ position, value, lang }: Code): boolean {
  if (position === undefined || lang) return false;
  return value.split('\n').length === position.end.line - position.start.line + 1;
}

type LinkNode = Extract<Nodes, { type: 'link' | 'linkReference' }>;
type ImageNode = Extract<Nodes, { type: 'image' | 'imageReference' }>;

function describeLink(node: LinkNode, telling: NodeTelling): NodeFacts {
  return {
    ...none,
    kind: 'link',
    names: ['render-link'],
    texts: { ...addressOf(node, telling), PlainText: plainText(node) },
    html: { Text: telling.printLine(node.children) },
  };
}

function describeImage(node: ImageNode, parent: Parents, telling: NodeTelling): NodeFacts {
  const alt = node.alt ?? '';
  return {
    ...none,
    kind: 'image',
    names: ['render-image'],
    texts: { ...addressOf(node, telling), PlainText: alt },
    html: { Text: escapeHtml(alt) },
    flags: { IsBlock: false },
    attributes: attributesOf(parent.type === 'paragraph' && parent.children.length === 1 ? parent : node),
  };
}

function addressOf(
  node: LinkNode | ImageNode,
  { written, definitions }: NodeTelling,
): { Destination: string; Title: string } {
  const target = 'identifier' in node ? definitions.get(node.identifier.toUpperCase()) : node;
  if (target === undefined || !('url' in target)) return { Destination: '', Title: '' };
  return { Destination: written.addresses.get(target) ?? target.url, Title: target.title ?? '' };
}

const highlighting =
  /^(?:linenos|lineanchors|linenostart|anchorlinenos|hl_lines|hl_inline|hl_style|style|noclasses|tabwidth|guesssyntax|nohl)$/;

function divideOptions(
  written: ReadonlyMap<string, string>,
): readonly [Record<string, string>, Record<string, string>] {
  const entries = [...written].map(([name, value]) => [name, value.trim()] as const);
  return [
    Object.fromEntries(entries.filter(([name]) => !highlighting.test(name))),
    Object.fromEntries(entries.filter(([name]) => highlighting.test(name))),
  ];
}

function attributesOf(node: Nodes): Record<string, string> {
  const properties = node.data?.hProperties ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name === 'className' ? 'class' : name,
      Array.isArray(value) ? value.join(' ') : String(value ?? ''),
    ]),
  );
}

function rowsOf({ children, align }: Table, { printLine }: NodeTelling): HookFacts['rows'] {
  const rows = children.map(
    (row): HookRow =>
      row.children.map((cell, at) => ({ html: printLine(cell.children), alignment: align?.[at] ?? '' })),
  );
  return { head: rows.slice(0, 1), body: rows.slice(1) };
}
