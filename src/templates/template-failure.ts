import type { Diagnostic, RelatedSpan, SourceSpan } from '../model/diagnostic.js';

/** Makes the diagnostic of a failure once the engine knows where in which template it happened. */
export type Report = (place: SourceSpan, related: readonly RelatedSpan[]) => Diagnostic;

/** Why a template ended early. */
export interface TemplateFailure {
  /** Null when the fault was reported before. */
  readonly report: Report | null;
  /** The template and the offset in it, when they are not those of the tag that is being run. */
  readonly name?: string | undefined;
  readonly position?: number | undefined;
}

/**
 * Ends a template from inside a filter, a function or the compiler. The one place where an exception stands for a
 * fault of the book: templates are compiled to code, and there is no other way out of them. The engine catches it.
 */
export function failTemplate(failure: TemplateFailure): never {
  throw new Error('a template failed', { cause: failure });
}

/** The failure inside an error, or inside the error that caused it. */
export function findFailure(error: unknown): TemplateFailure | null {
  if (!(error instanceof Error)) return null;
  // Only `failTemplate` gives an error a cause with a report.
  if (typeof error.cause === 'object' && error.cause !== null && 'report' in error.cause) {
    return error.cause as TemplateFailure;
  }
  return findFailure(error.cause);
}
