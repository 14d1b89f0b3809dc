import type { Environment, Template } from 'ventojs/core/environment.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { enterTemplate } from './include-guard.js';
import type { TemplateError } from './template-errors.js';
import { failTemplate } from './template-failure.js';

/** Runs compiled templates at once, for callers that cannot wait. */
export interface ImmediateRun {
  /** The text that a template makes; throws what the template throws. */
  readonly run: (name: string, data: object) => string;
  /** Where in which template an error came up that `run` threw. */
  readonly locate: (error: unknown, name: string) => TemplateError;
}

/** What Vento's code finds under `__env`, besides the environment itself. */
interface Scope {
  readonly runNow: (
    name: unknown,
    data: object,
    from?: string,
    position?: number,
  ) => { readonly content: string };
}

type ImmediateTemplate = (data: object) => { readonly content: string };
type Cached = Template | Promise<Template>;

/**
 * Makes plain functions of Vento's templates, which are asynchronous although only includes and layouts make them
 * wait. Compiled when first run. A template that waits for anything else ends in `template/syntax`.
 */
export function createImmediateRun(environment: Environment, names: ReadonlySet<string>): ImmediateRun {
  const compiled = new Map<string, ImmediateTemplate>();
  const places = new WeakMap<object, { readonly name: string; readonly position: number }>();

  const createError = (error: Error, template: Template, position?: number): Error => {
    // Vento's own, whose utilities are not typed.
    const wrap = environment.utils['createError'] as (...given: readonly unknown[]) => Error;
    const made = wrap(error, template, position);
    // The innermost template comes first.
    if (!places.has(made)) places.set(made, { name: template.path ?? '', position: position ?? 0 });
    return made;
  };
  const runNow: Scope['runNow'] = (name, data, from, position) => {
    const path = enterTemplate(names, { name: String(name), from, position }, data);
    const known = compiled.get(path) ?? compileNow(environment.cache.get(path), scope);
    compiled.set(path, known);
    return known(data);
  };
  const scope: Environment & Scope = Object.assign(Object.create(environment), {
    runNow,
    utils: { ...environment.utils, createError },
  });
  return {
    run: (name, data) => runNow(name, data).content,
    locate: (error, name) => ({
      error,
      ...((error instanceof Error ? places.get(error) : undefined) ?? { name, position: 0 }),
    }),
  };
}

function compileNow(template: Cached | undefined, scope: Scope): ImmediateTemplate {
  // One that could not be compiled, which was reported then.
  if (typeof template !== 'function' || template.code === '') return failTemplate({ report: null });
  const code = template.code
    .replace('return async function __template(', 'return function __template(')
    // A layout is a function of its own around its contents.
    .replaceAll('(await (async () => {', '((() => {')
    .replaceAll('await __env.run(', '__env.run(')
    .replaceAll('__env.run(', '__env.runNow(');
  try {
    // The code is Vento's own, compiled before; templates are the owner's and trusted.
    const made = new Function(`return ${code}`)()(scope);
    return Object.assign(made, { path: template.path, source: template.source, code, defaults: {} });
  } catch {
    return failTemplate({
      name: template.path,
      position: 0,
      report: (place, related) =>
        diagnose(
          'template/syntax',
          { reason: 'a shortcode cannot wait for anything (`await`)' },
          place,
          related,
        ),
    });
  }
}
