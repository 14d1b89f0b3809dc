import type { SafeHtml } from '../../model/safe-html.js';
import type { PictureSize } from '../../model/source.js';
import type { QrDrawing } from './draw-qr.js';
import type { ParameterValue } from './parameter-value.js';

/** A call as its template sees it: `shortcode`. */
export interface ShortcodeView {
  readonly name: string;
  /** From 0 among the calls beside it. */
  readonly ordinal: number;
  /** Its number and those of the calls around it, the outermost first: `2-0`. No two calls of a chapter have the same. */
  readonly path: string;
  /** The call around it, or null. */
  readonly parent: ShortcodeView | null;
  /** Whether the parameters have names. */
  readonly isNamed: boolean;
  /** By name, or by position from `0`. Without a prototype. */
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** The value of the first of these parameters that the call has: `get('id', 0)`. */
  readonly get: (...keys: readonly (string | number)[]) => ParameterValue | undefined;
  /** The same; a call that has none of them is reported, and prints nothing. */
  readonly need: (...keys: readonly (string | number)[]) => ParameterValue;
  /** A parameter that is `true` or `false`, quoted or not. */
  readonly flag: (key: string | number, otherwise?: boolean) => boolean;
  /** What stands between the call and its end, as text: markup in it is escaped when it is printed. */
  readonly inner: string;
  /** The same, ready to be printed: HTML in a `{{< >}}` call, Markdown in a `{{% %}}` call. */
  readonly content: SafeHtml;
  /** The same in parts, divided at lines that hold this mark alone; HTML in both notations. */
  readonly parts: (divider: string) => readonly SafeHtml[];
  /** Markdown of a parameter, ready to be printed: as blocks, or as part of a line. */
  readonly markdown: (text: unknown) => SafeHtml;
  readonly line: (text: unknown) => SafeHtml;
  /** Markdown of a parameter as plain text, for attributes. */
  readonly plain: (text: unknown) => string;
  /** Code, printed as a listing is; `options` as in `linenos=table,hl_lines=2-4`. */
  readonly code: (text: unknown, language?: unknown, options?: unknown) => SafeHtml;
  /** A formula in TeX as MathML; as a listing in a book without math. */
  readonly formula: (tex: unknown, isDisplay: boolean) => SafeHtml;
  /** A file beside the chapter, or a part of it: `2-5` for lines, the name of an anchor. A listing, unless it is Markdown. */
  readonly include: (file: unknown, lines?: unknown, part?: unknown, language?: unknown) => SafeHtml;
  /** The address for a link or an image as a chapter writes it; one that leads nowhere is reported. */
  readonly link: (address: unknown) => string;
  readonly image: (address: unknown) => string;
  /** Width and height of a picture of the book, by the address that `image` gave; null for any other. */
  readonly sizeOf: (address: string) => PictureSize | null;
  /** The address of a page by Hugo's rules for references: whole, or from the root of the host; `lang` names a language. */
  readonly ref: (path: unknown, lang?: unknown) => string;
  readonly relref: (path: unknown, lang?: unknown) => string;
  /** A value of the page's front matter, else of the site's `params`; `a.b` looks into groups. */
  readonly param: (key: unknown) => unknown;
  readonly qr: (text: unknown, level?: unknown) => QrDrawing;
  /** Reports the call with this sentence and ends the template: `fail("The level is low or high.")`. */
  readonly fail: (reason: string) => never;
}
