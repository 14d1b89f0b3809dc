import { Script } from 'node:vm';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan } from '../model/diagnostic.js';
import type { TextFile } from '../model/source.js';
import { locateOffset } from '../text/position.js';
import { findFailure, type Report } from './template-failure.js';

/** What went wrong while a template was compiled or run. */
export interface TemplateError {
  readonly error: unknown;
  /** The template, and the offset of the tag, as far as Vento knows them. */
  readonly name: string;
  readonly position: number;
}

/** Turns errors into diagnostics at their place in a template, each fault once. */
export type ErrorReporter = (error: TemplateError, subject?: RelatedSpan) => readonly Diagnostic[];

/** A reporter for these templates, by name. `subject` is the page that was being rendered. */
export function createErrorReporter(templates: ReadonlyMap<string, TextFile>): ErrorReporter {
  const reported = new Set<string>();
  return ({ error, ...known }, subject) => {
    const failure = findFailure(error);
    const template = templates.get(failure?.name ?? known.name);
    const report = failure === null ? describeError(error) : failure.report;
    if (report === null || template === undefined) return [];
    const place = {
      file: template.file,
      ...locateOffset(template.text, failure?.position ?? known.position),
    };
    const diagnostic = report(place, subject === undefined ? [] : [subject]);
    const key = JSON.stringify([diagnostic.code, diagnostic.message, place]);
    if (reported.has(key)) return [];
    reported.add(key);
    return [diagnostic];
  };
}

function describeError(error: unknown): Report {
  const reason = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error ? error.cause : undefined;
  const code = isOfReading(error) || cause instanceof SyntaxError ? 'template/syntax' : 'template/failed';
  return (place, related) => diagnose(code, { reason }, place, related);
}

/** Vento's own complaints about a tag's form. A method that a value lacks has the same type and comes when it runs. */
function isOfReading(error: unknown): boolean {
  return error instanceof Error && error.name === 'SourceError' && !error.message.startsWith('Method ');
}

/**
 * Offset of the tag whose code JavaScript cannot read, in code compiled by Vento, which writes `__pos=12;` before
 * each tag; 0 when the code is sound. (JavaScript tells the line of a syntax error in `stack` only.)
 */
export function findSyntaxError(code: string): number {
  try {
    new Script(`(async () => {${code}\n})`, { filename: 'template' });
    return 0;
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const line = Number(/^template:(\d+)/.exec(stack)?.[1] ?? 1);
    const before = code.split('\n').slice(0, line).join('\n');
    return Number([...before.matchAll(/__pos=(\d+);/g)].at(-1)?.[1] ?? 0);
  }
}
