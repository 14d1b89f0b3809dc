import type { Diagnostic, RelatedSpan, SourceSpan } from '../model/diagnostic.js';
import { addressCodes } from './codes/address.js';
import { bookFileCodes } from './codes/books.js';
import { configCodes } from './codes/config.js';
import { contentCodes } from './codes/content.js';
import { dataCodes } from './codes/data.js';
import { editCodes } from './codes/edit.js';
import { frontMatterCodes } from './codes/front-matter.js';
import { linkCodes } from './codes/link.js';
import { markdownCodes } from './codes/markdown.js';
import { orderCodes } from './codes/order.js';
import { outputCodes } from './codes/output.js';
import { shortcodeCodes } from './codes/shortcode.js';
import { sourceCodes } from './codes/source.js';
import { templateCodes } from './codes/template.js';
import { textCodes } from './codes/text.js';
import { titleCodes } from './codes/title.js';
import type { CatalogueEntry } from './entry.js';

/** Every diagnostic code and its wording. The manual has one section for each; a test holds the two together. */
export const catalogue = {
  ...configCodes,
  ...sourceCodes,
  ...contentCodes,
  ...frontMatterCodes,
  ...addressCodes,
  ...markdownCodes,
  ...linkCodes,
  ...shortcodeCodes,
  ...templateCodes,
  ...dataCodes,
  ...outputCodes,
  ...editCodes,
  ...textCodes,
  ...orderCodes,
  ...titleCodes,
  ...bookFileCodes,
};

export type DiagnosticCode = keyof typeof catalogue;

type DetailsOf<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends CatalogueEntry<infer Details> ? Details : never;

/** Makes the diagnostic of a code, at a place if it has one. Pure; the only maker of diagnostics. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  details: DetailsOf<Code>,
  place?: SourceSpan,
  related?: readonly RelatedSpan[],
): Diagnostic {
  // The table's entry and the details carry the same `Code`; TypeScript cannot follow that through an index.
  const wording = catalogue[code] as unknown as CatalogueEntry<DetailsOf<Code>>;
  const hint = wording.hint?.(details);
  return {
    code,
    severity: wording.severity,
    message: wording.message(details),
    ...(hint === undefined ? {} : { hint }),
    ...place,
    ...(related === undefined || related.length === 0 ? {} : { related }),
  };
}
