import { type Escaped, escapeFor } from './escape.js';

/** A piece of an XML document. */
export type Xml = Escaped<'xml'>;

/**
 * Writes XML: the tag of a template into which nothing goes that is not escaped for XML.
 * A plain string is an error of types; `escapeFor('xml', …)` and the two below make it fit.
 */
export function xml(parts: TemplateStringsArray, ...values: readonly (Xml | number)[]): Xml {
  return String.raw({ raw: parts }, ...values) as Xml;
}

/** Pieces one behind the other. */
export function joinXml(pieces: readonly Xml[]): Xml {
  return pieces.join('') as Xml;
}

/** Plain text in an element whose content is read as HTML, such as `description` in RSS 2.0: escaped for both. */
export function escapeHtmlInXml(text: string): Xml {
  return escapeFor(
    'xml',
    text.replace(/[&<>]/g, (sign) => escapeFor('text', sign)),
  );
}

/**
 * Plain text in an element that some programs read as HTML and others as text, such as `title` in RSS 2.0: escaped for HTML
 * where it would begin a tag or a character reference, so that "Ink & Paper" is the same for all, and no tag comes alive.
 */
export function escapeDoubtfulInXml(text: string): Xml {
  return escapeFor(
    'xml',
    text.replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, (sign) => escapeFor('text', sign)),
  );
}
