import { findEnd, type TemplateEnd } from './faults.js';
import { type FunctionTable, findDefined, type ReadyTemplate } from './library.js';
import { parseTemplate, type TemplateSource } from './parse/parse-template.js';
import { planEscapes } from './places/plan-escapes.js';

/** A template that can be run, or why it cannot. */
export type ReadResult =
  | { readonly kind: 'ready'; readonly template: ReadyTemplate }
  | { readonly kind: 'ended'; readonly end: TemplateEnd };

/** What reading a template has to know. */
export interface ReadOptions {
  readonly functions: FunctionTable;
  readonly isRefused: (name: string) => boolean;
  /** False for templates that do not make HTML. */
  readonly escapes: boolean;
}

/** Reads a template: its grammar, the names that it uses, the place of each action. Never throws for its faults. */
export function readTemplate(source: TemplateSource, options: ReadOptions): ReadResult {
  const { functions, isRefused, escapes } = options;
  const isFunction = (name: string) => functions.has(name) || isRefused(name);
  try {
    const parsed = parseTemplate(source, { isFunction, isSpace: (name) => spaces.has(name) });
    const plan = escapes ? planEscapes(parsed, (name) => findDefined(parsed, name)) : null;
    return { kind: 'ready', template: { ...parsed, plan } };
  } catch (error) {
    const end = findEnd(error);
    if (end === null && !(error instanceof RangeError)) throw error;
    return {
      kind: 'ended',
      end: { kind: 'limit', message: 'nested too deep', file: source.file, offset: 0, ...end },
    };
  }
}

const spaces = new Set(
  (
    'cast collections compare crypto css data debug diagrams encoding fmt hash hugo images inflect js lang math ' +
    'openapi3 os partials path reflect resources safe strings templates time transform urls'
  ).split(' '),
);
