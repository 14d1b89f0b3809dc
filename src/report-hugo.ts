import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { decodeText } from './files/decode.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { BookReport } from './model/report.js';
import { readInputs } from './pipeline/read-inputs.js';
import { runPipeline } from './pipeline/run.js';
import { listHugoTemplates } from './sources/list-hugo-templates.js';

/** What a Hugo site is to Octavo. */
export interface HugoReport {
  readonly book: BookReport;
  /** By name, most calls first. */
  readonly shortcodes: readonly UsedShortcode[];
  /** Templates of Hugo's that make parts of a text, relative to the site's folder. */
  readonly hooks: readonly string[];
  /** Other templates of Hugo's: pages, lists, partials. */
  readonly layouts: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A shortcode that chapters call. */
export interface UsedShortcode {
  readonly name: string;
  readonly calls: number;
  readonly files: number;
  /** What is told of its calls: code and count; none where all is well. */
  readonly told: readonly (readonly [code: string, count: number])[];
}

const call = /\{\{[<%]-?\s*([A-Za-z_][\w./-]*)/g;
const hook = /(?:^|\/)_markup\/[^/]+\.html$/;

/**
 * Looks a Hugo site through as a build does, writes nothing, and counts what its owner wants to know before switching:
 * calls of shortcodes, render hooks, layouts, and all findings.
 */
export async function reportHugo(root: string, request: ConfigRequest): Promise<HugoReport> {
  const inputs = readInputs(root, request, { plugins: await loadPlugins(root) });
  const stage = { add: () => true, copy: () => true };
  const { report, diagnostics } = await runPipeline(inputs, stage, { threads: 0, progress: null });
  const templates = listHugoTemplates(root);
  const texts = inputs.sources.chapters.map(({ bytes }) => decodeText(bytes) ?? '');
  return {
    book: report,
    shortcodes: countShortcodes(texts, diagnostics),
    hooks: templates.filter((path) => hook.test(path)),
    layouts: templates.filter((path) => !hook.test(path) && !/(?:^|\/)_?shortcodes\//.test(path)).length,
    diagnostics,
  };
}

function countShortcodes(
  texts: readonly string[],
  diagnostics: readonly Diagnostic[],
): readonly UsedShortcode[] {
  const counts = new Map<string, { calls: number; files: number }>();
  for (const text of texts) {
    const names = [...text.matchAll(call)].map(([, name = '']) => name);
    for (const name of names) {
      const known = counts.get(name) ?? { calls: 0, files: 0 };
      counts.set(name, { ...known, calls: known.calls + 1 });
    }
    for (const name of new Set(names)) {
      const known = counts.get(name);
      if (known !== undefined) known.files += 1;
    }
  }
  const told = tellShortcodes(diagnostics);
  return [...counts]
    .map(([name, count]) => ({ name, ...count, told: [...(told.get(name) ?? [])] }))
    .sort((one, two) => two.calls - one.calls || (one.name < two.name ? -1 : 1));
}

/** By name of the shortcode and code: messages name the shortcode between quotes. */
function tellShortcodes(
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const told = new Map<string, Map<string, number>>();
  for (const { code, message } of diagnostics) {
    const [, name] = (code.startsWith('shortcode/') ? /["`]([\w./-]+)["`]/.exec(message) : null) ?? [];
    if (name === undefined) continue;
    const codes = told.get(name) ?? new Map<string, number>();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    told.set(name, codes);
  }
  return told;
}
