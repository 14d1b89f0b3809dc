import temml from 'temml';

/** A formula as MathML, or why it cannot be read: what is wrong, and at which character of the TeX, from 0. */
export type PrintedFormula = { readonly html: string } | { readonly reason: string; readonly at: number };

/** Expansions of macros in one formula: none may grow without end. */
const MOST_EXPANSIONS = 500;

const elements =
  /^(?:math|m(?:row|i|n|o|text|space|s|frac|sqrt|root|style|padded|phantom|sub|sup|subsup|under|over|underover|multiscripts|prescripts|table|tr|td|error|enclose)|none)$/;
const attributes =
  /^(?:display|displaystyle|scriptlevel|mathvariant|form|fence|separator|stretchy|symmetric|largeop|movablelimits|accent|accentunder|lspace|rspace|minsize|maxsize|linethickness|width|height|depth|voffset|columnalign|rowspacing|columnspacing|columnlines|rowlines|notation|dir)$/;

/**
 * Prints TeX as MathML (`temml`): no script, no style, no font and no address is in it, whatever the chapter says; the
 * elements and attributes are of a list. Colours become attributes, which a content security policy lets through.
 */
export function printFormula(tex: string, display: boolean): PrintedFormula {
  try {
    const options = { displayMode: display, throwOnError: true, trust: false, maxExpand: MOST_EXPANSIONS };
    return { html: clean(temml.renderToString(tex, options)) };
  } catch (error) {
    if (isTexFault(error)) return describe(error);
    if (error instanceof RangeError) return { reason: 'it nests too deep', at: 0 };
    throw error;
  }
}

/** A `ParseError`, which the types of the package do not export. */
interface TexFault extends Error {
  readonly position?: number;
}

function isTexFault(error: unknown): error is TexFault {
  return error instanceof Error && error.name === 'ParseError';
}

/** The library's sentence without its excerpt, which is marked with characters that no terminal shows well. */
function describe({ message, position = 0 }: TexFault): PrintedFormula {
  const [sentence = ''] = message.replace(/^\w+ parse error:/, '').split(/ at (?:position|end of input)/);
  const reason = sentence.trim();
  return { reason: reason.charAt(0).toLowerCase() + reason.slice(1), at: position };
}

function clean(mathml: string): string {
  return mathml.replace(/<(\/?)([a-z]+)((?:\s[^<>]*)?)>/g, (_, slash: string, name: string, rest: string) => {
    if (!elements.test(name)) return '';
    return slash === '' ? `<${name}${cleanAttributes(rest)}>` : `</${name}>`;
  });
}

function cleanAttributes(source: string): string {
  let kept = '';
  for (const [, name = '', value = ''] of source.matchAll(/(?<![a-z])([a-z]+)="([^"]*)"/g)) {
    if (attributes.test(name)) kept += ` ${name}="${value}"`;
    const [, colour] = name === 'style' ? (/(?:^|;)\s*color:\s*(#[0-9a-f]{3,8})/i.exec(value) ?? []) : [];
    if (colour !== undefined) kept += ` mathcolor="${colour}"`;
  }
  return kept;
}
