import { runTemplate } from '../../src/go-templates/evaluate/run-template.js';
import type { TemplateEnd } from '../../src/go-templates/faults.js';
import { isHugoName } from '../../src/go-templates/functions/refused-names.js';
import { standardFunctions } from '../../src/go-templates/functions/standard-functions.js';
import type { Library, ReadyTemplate } from '../../src/go-templates/library.js';
import { readTemplate } from '../../src/go-templates/read-template.js';
import { foreignText } from '../../src/go-templates/values/origin.js';
import type { GoObject, GoValue } from '../../src/go-templates/values/value.js';

/** What a template of a test has come to. */
export interface SourceRun {
  /** What it printed; `''` when it ended early. */
  readonly text: string;
  readonly end: TemplateEnd | null;
  /** Values that were refused, and what `warnf` said, in order. */
  readonly notes: readonly string[];
}

const functions = standardFunctions();
const options = { functions, isRefused: isHugoName, escapes: true };

/** Reads and runs a template with a call's parameters as `.Get`, and with partials by name. */
export function runSource(
  text: string,
  params: readonly GoValue[] = [],
  partials: Readonly<Record<string, string>> = {},
): SourceRun {
  const notes: string[] = [];
  const read = readTemplate({ name: 'main', file: 'main.html', text }, options);
  if (read.kind === 'ended') return { text: '', end: read.end, notes };
  const library: Library = {
    ...options,
    findPartial: (name) => readPartial(name, partials),
    compareTexts: new Intl.Collator('en').compare,
    onWarning: (message) => notes.push(message),
    clean: ({ text: html }) => html.replace(/<script>.*<\/script>| on\w+="[^"]*"/g, ''),
    onRefused: ({ kind, value }) => notes.push(`${kind}: ${value}`),
  };
  const result = runTemplate(read.template, viewCall(params), library);
  return result.kind === 'done'
    ? { text: result.text, end: null, notes }
    : { text: '', end: result.end, notes };
}

function readPartial(name: string, partials: Readonly<Record<string, string>>): ReadyTemplate | null {
  const text = partials[name];
  if (text === undefined) return null;
  const read = readTemplate({ name, file: `${name}.html`, text }, options);
  return read.kind === 'ready' ? read.template : null;
}

function viewCall(params: readonly GoValue[]): GoObject {
  const get = ([key]: readonly GoValue[]) => (typeof key === 'number' ? (params[key] ?? '') : '');
  return {
    kind: 'object',
    type: 'Call',
    member: (name) => {
      if (name === 'Get') return { kind: 'method', call: get };
      if (name === 'Name') return 't';
      return name === 'Params' ? params : undefined;
    },
    print: () => 'Call',
  };
}

/** Texts of a chapter. */
export function foreign(...texts: readonly string[]): readonly GoValue[] {
  return texts.map((text) => foreignText(text));
}
