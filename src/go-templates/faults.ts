/** Why a template ended early. Offsets count UTF-16 units of the template's file. */
export interface TemplateEnd {
  /** A fault of the template or its call; a function that is refused by name; a template that went too far. */
  readonly kind: 'fault' | 'refused' | 'limit';
  /** A sentence; for `refused` the name of what was asked for. */
  readonly message: string;
  /** The template's file and the offset in it; absent until the evaluator has put them in. */
  readonly file?: string;
  readonly offset?: number;
  readonly length?: number;
  /** Names of the templates that were being run, the outermost first. */
  readonly chain?: readonly string[];
}

/** Ends the template at a fault. The evaluator catches it: there is no other way out of nested values. */
export function failEvaluation(
  message: string,
  place: Pick<TemplateEnd, 'file' | 'offset' | 'length'> = {},
): never {
  throw new Error(message, { cause: { kind: 'fault', message, ...place } satisfies TemplateEnd });
}

/** Ends the template because it asks for what is refused. */
export function refuseName(name: string): never {
  throw new Error(name, { cause: { kind: 'refused', message: name } satisfies TemplateEnd });
}

/** Ends the template because it goes on for too long. */
export function exceedLimit(message: string): never {
  throw new Error(message, { cause: { kind: 'limit', message } satisfies TemplateEnd });
}

/** Throws an end again with what is known of its place by now. */
export function passOn(end: TemplateEnd): never {
  throw new Error(end.message, { cause: end });
}

/** The end that an error stands for; null for an error of the program. */
export function findEnd(error: unknown): TemplateEnd | null {
  if (!(error instanceof Error) || typeof error.cause !== 'object' || error.cause === null) return null;
  // Only this file gives an error a cause with one of these kinds.
  const cause = error.cause as TemplateEnd;
  return ['fault', 'refused', 'limit'].includes(cause.kind) ? cause : null;
}
