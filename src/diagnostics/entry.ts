import type { Severity } from '../model/diagnostic.js';

/** The wording of one diagnostic code. `Details` are the values its sentence needs. */
export interface CatalogueEntry<Details> {
  readonly severity: Severity;
  /** Lower the severity to `warning` under `compat: hugo` (content rule 19). */
  readonly lenient?: true;
  /** One sentence with the offending value, without the place. */
  readonly message: (details: Details) => string;
  /** What to do. */
  readonly hint?: (details: Details) => string;
}

/** Declares a code's entry; exists so that the type of its details is inferred and checked. */
export function entry<Details>(wording: CatalogueEntry<Details>): CatalogueEntry<Details> {
  return wording;
}
