import vento from 'ventojs';
import { type Environment, SafeString, type Template } from 'ventojs/core/environment.js';
import { RuntimeError, SourceError } from 'ventojs/core/errors.js';
import autoTrim, { defaultTags } from 'ventojs/plugins/auto_trim.js';
import type { Diagnostic, Outcome, RelatedSpan } from '../model/diagnostic.js';
import type { TemplateFilter } from '../model/plugins.js';
import type { SafeHtml } from '../model/safe-html.js';
import type { TextFile } from '../model/source.js';
import { escapeFor } from '../text/escape.js';
import { createImmediateRun } from './immediate.js';
import { enterTemplate } from './include-guard.js';
import { checkTokens } from './template-check.js';
import {
  createErrorReporter,
  type ErrorReporter,
  findSyntaxError,
  type TemplateError,
} from './template-errors.js';
import { failTemplate } from './template-failure.js';

/** A pipe of the templates. */
export type Filter = TemplateFilter;

/** The book's templates, compiled. */
export interface Engine {
  /** Names of all templates: paths below `templates/`. */
  readonly names: ReadonlySet<string>;
  /**
   * The text that a template makes of the data. Faults are reported at their place in the template, with
   * `subject` (the page in question) beside it; the same fault only once, however many pages meet it.
   */
  readonly render: (name: string, data: object, subject?: RelatedSpan) => Promise<Outcome<string>>;
  /** The same without waiting, for templates that wait for nothing. A fault is reported as often as it is met. */
  readonly renderNow: (name: string, data: object, subject?: RelatedSpan) => Outcome<string>;
  /** The same templates, of which nothing has been reported yet. */
  readonly anew: () => Engine;
}

/**
 * Compiles templates, all of them, so that a fault in one that no page uses is found too. The only user of Vento.
 *
 * 1. Templates come from memory only; names resolve below `templates/` and includes are counted (`include-guard.ts`).
 * 2. Tokens get exact positions, URL attributes a guard, blocks and filters are checked (`template-check.ts`).
 * 3. Values are escaped for text and attributes unless they are `SafeHtml` or go through `safe`.
 * 4. Whatever goes wrong becomes a diagnostic of the area `template` (`template-errors.ts`).
 */
export function createEngine(
  templates: readonly TextFile[],
  filters: Readonly<Record<string, Filter>>,
): Outcome<Engine> {
  const byName = new Map(templates.map((template) => [template.path, template]));
  const names = new Set(byName.keys());
  const environment = createEnvironment(names, filters);
  const report = createErrorReporter(byName);
  const diagnostics = templates.flatMap((template) => compileTemplate(environment, template, report));

  return { value: openEngine(environment, byName), diagnostics };
}

function openEngine(environment: Environment, templates: ReadonlyMap<string, TextFile>): Engine {
  const report = createErrorReporter(templates);
  const names = new Set(templates.keys());
  const immediate = createImmediateRun(environment, names);
  return {
    names,
    render: async (name, data, subject) => {
      try {
        const { content } = await environment.run(name, { ...data });
        return { value: content, diagnostics: [] };
      } catch (error) {
        return { value: '', diagnostics: report(await locateError(error, name), subject) };
      }
    },
    renderNow: (name, data, subject) => {
      try {
        return { value: immediate.run(name, { ...data }), diagnostics: [] };
      } catch (error) {
        const reportAlways = createErrorReporter(templates);
        return { value: '', diagnostics: reportAlways(immediate.locate(error, name), subject) };
      }
    },
    anew: () => openEngine(environment, templates),
  };
}

/** Marks HTML that autoescape lets through. */
export function markSafe(html: string): SafeHtml {
  return new SafeString(html);
}

function createEnvironment(
  names: ReadonlySet<string>,
  filters: Readonly<Record<string, Filter>>,
): Environment {
  // Never asked to load: every template is compiled beforehand and lies in the cache under its path.
  const loader = {
    resolve: (_: string, path: string) => path,
    load: () => Promise.reject(new Error('not in memory')),
  };
  const environment = vento({ includes: loader, autoescape: true });
  environment.use(autoTrim({ tags: [...defaultTags, 'layout', '/layout', 'slot', '/slot', 'include'] }));
  Object.assign(environment.filters, filters, { escape: escapeValue });
  // Before all others: positions are those of the untrimmed text.
  environment.tokenPreprocessors.unshift((_, tokens, path) =>
    checkTokens(tokens, { name: path, filters: Object.keys(environment.filters) }),
  );
  const run = environment.run.bind(environment);
  // Every include, layout and import goes through `run`. Vento spreads the data of an include, and V8 gives each object that
  // is spread from two a kind of its own, whose fields are slow to look up: a copy is of one kind with all others.
  environment.run = async (name, data = {}, from, position) =>
    run(
      enterTemplate(names, { name: String(name), from, position }, data),
      Object.assign({}, data),
      from,
      position,
    );
  return environment;
}

/** Text for HTML; undefined, null and false print nothing, safe HTML as it is. (Vento's own prints nothing for 0.) */
function escapeValue(value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof SafeString) return value.toString();
  return escapeFor('text', typeof value === 'object' ? printObject(value) : String(value));
}

/** Objects without a prototype, as content data are, have no `toString`. */
function printObject(value: object): string {
  return Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value);
}

function compileTemplate(
  environment: Environment,
  { path, text }: TextFile,
  report: ErrorReporter,
): readonly Diagnostic[] {
  try {
    environment.cache.set(path, environment.compile(text, path));
    return [];
  } catch (error) {
    // Pages that use it fail without a further word.
    environment.cache.set(path, asBroken(path));
    const isSyntax = error instanceof RuntimeError;
    const position = isSyntax ? findSyntaxError(readCode(environment, path, text)) : positionOf(error);
    return report({ error, name: path, position });
  }
}

function asBroken(path: string): Template {
  return Object.assign(async () => failTemplate({ report: null }), { source: '', code: '', path });
}

function readCode(environment: Environment, path: string, text: string): string {
  return environment.compileTokens(environment.tokenize(text, path)).join('\n');
}

function positionOf(error: unknown): number {
  return error instanceof SourceError ? (error.position ?? 0) : 0;
}

/** Where an error came up while a template ran: in the innermost template, at the tag that was being run. */
async function locateError(error: unknown, name: string): Promise<TemplateError> {
  if (!(error instanceof SourceError || error instanceof RuntimeError)) return { error, name, position: 0 };
  const context = await error.getContext();
  return { error, name: context.file ?? name, position: context.position ?? 0 };
}
