import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** A construct of another program's Markdown, which is printed here as it stands. */
interface Construct {
  readonly dialect: string;
  readonly name: string;
  /** At the beginning of a line where it has the flag `m`. */
  readonly pattern: RegExp;
  readonly instead: string;
}

const callOut = '`> [!NOTE]` with the text on lines that begin with `> `';

const constructs: readonly Construct[] = [
  {
    dialect: 'Pandoc',
    name: 'note',
    pattern: /(?<![\\[])\^\[[^[\]\n]{2,}\]/,
    instead: '`[^1]`, and the note below',
  },
  { dialect: 'MkDocs', name: 'call-out', pattern: /^!!![ \t]*[a-z][\w-]*/m, instead: callOut },
  {
    dialect: 'MkDocs',
    name: 'fold',
    pattern: /^\?\?\?\+?[ \t]*[a-z"][\w-]*/m,
    instead: '`> [!NOTE]- Title`',
  },
  {
    dialect: 'MkDocs',
    name: 'snippet',
    pattern: /^[ \t]*-{1,2}8<-{1,2}[ \t]+["'][^"'\n]+["']/m,
    instead: 'the shortcode `include`',
  },
  { dialect: 'MkDocs', name: 'tab', pattern: /^===[!+]?[ \t]+"[^"\n]+"/m, instead: 'headings' },
  {
    ...{ dialect: 'MkDocs, VitePress', name: 'table of contents' },
    pattern: /^(?:\[TOC\]|\[\[_?toc_?\]\]|\[\[_TOC_\]\]|\$\{toc\})[ \t]*$/im,
    instead: 'nothing: the theme prints the contents of each page',
  },
  {
    ...{ dialect: 'VitePress, Docusaurus, Quarto, Pandoc', name: 'container' },
    pattern: /^:{3,}[ \t]*(?:[a-z{][^\n]*)?$/m,
    instead: `${callOut}, with \`[!NOTE]-\` for one that folds`,
  },
  {
    dialect: 'Obsidian',
    name: 'embedded note',
    pattern: /!\[\[[^[\]\n]+\]\]/,
    instead: 'a picture or a link',
  },
  {
    dialect: 'Obsidian',
    name: 'link',
    pattern: /(?<![!\\[])\[\[(?!_?toc)[^[\]\n]+\]\](?!\()/i,
    instead: '`[text](file.md)`',
  },
  {
    ...{ dialect: 'Obsidian', name: 'call-out' },
    pattern: /^\[!(?!(?:note|tip|important|warning|caution)\])[a-z]+\][+-]?/im,
    instead: callOut,
  },
  { dialect: 'Obsidian', name: 'comment', pattern: /(?<!%)%%[^%\n]+%%(?!%)/, instead: '`<!-- … -->`' },
  {
    dialect: 'Jekyll',
    name: 'tag',
    pattern: /\{%-?[ \t]*[a-z][^%\n]*%\}/,
    instead: 'a shortcode, or Markdown',
  },
  {
    dialect: 'Jekyll',
    name: 'variable',
    pattern: /\{\{[ \t]*(?:site|page|content|include)\.[\w.][^{}\n]*\}\}/,
    instead: 'the text itself',
  },
  {
    dialect: 'kramdown',
    name: 'list of attributes',
    pattern: /\{:[ \t]*[.#\w][^{}\n]*\}/,
    instead: '`{.class #id}`',
  },
  {
    dialect: 'Docusaurus',
    name: 'import',
    pattern: /^(?:import|export)[ \t](?:[^\n\r]*)(?:from[ \t]+['"]|=[ \t])/m,
    instead: 'nothing',
  },
];

/** The prose of a chapter has braces with attributes masked: these are looked for in the file. */
const masked: readonly Construct[] = [
  {
    dialect: 'mdBook',
    name: 'include',
    pattern: /\{\{#(?:include|playground|rustdoc_include|title)\b[^{}\n]*\}\}/,
    instead: 'the shortcode `include`',
  },
  {
    dialect: 'Pandoc',
    name: 'span',
    pattern: /(?<=[^\s[\\])\]\{[.#][^{}\n]+\}/,
    instead: 'the text without brackets',
  },
];

/** Every construct has one of these. */
const mayHold = /!!!|8<-|\^\[|\?\?\?|===|\[|:::|%%|\ufffc{3}|\{%|\{\{ *[spci]|\{:|\]\{|^(?:import|export) /m;

/** Reports `text/foreign-markup`, once for each construct of another program's Markdown that a chapter holds. */
export function checkForeignMarkup({ prose, text: file, placeAt }: CheckedChapter): readonly Finding[] {
  const seen = new Set<Construct>();
  return prose.flatMap(({ text, offsetAt }) => {
    if (!mayHold.test(text)) return [];
    const written = text.includes('\ufffc') ? file.slice(offsetAt(0), offsetAt(text.length)) : '';
    return [...constructs, ...masked].flatMap((construct) => {
      const searched = masked.includes(construct) ? written : text;
      const found = seen.has(construct) ? null : construct.pattern.exec(searched);
      // Within code the prose is masked.
      if (found === null || text[found.index] === '\ufffc') return [];
      seen.add(construct);
      const { dialect, name, instead } = construct;
      const [match] = found;
      const start = masked.includes(construct) ? offsetAt(0) + found.index : offsetAt(found.index);
      const details = { written: match.slice(0, 40), dialect, name, instead };
      return [{ diagnostic: diagnose('text/foreign-markup', details, placeAt(start, start + match.length)) }];
    });
  });
}
