import type { ChapterTemplates } from '../../hugo-templates/create-hugo-templates.js';
import type { ShortcodeSetting } from '../../model/rendered.js';
import type { Engine } from '../../templates/engine.js';
import type { ChapterRun } from './chapter-run.js';
import { findLookAlike } from './look-alikes.js';
import type { KnownShortcodes } from './parse-calls.js';

/** How the calls of a chapter find their templates. */
export interface ChapterFinder {
  readonly known: KnownShortcodes;
  readonly findTemplate: ChapterRun['findTemplate'];
  readonly hugo: ChapterTemplates | null;
}

/** As Hugo looks for `.Inner` in a template: in its tags, comments left out. */
const asksOfHugo = /\{\{(?!-?\s*\/\*)(?:(?!\{\{)[^}])*?\.Inner(?:Deindent)?\b/;
const asksForText = /\bshortcode\s*\.\s*(?:inner|content)\b/;

/**
 * Prepares the finding of templates: the book's own in `templates/shortcodes/` before those of a Hugo site and its themes,
 * and these before the built-in ones, and before the forms that popular themes share. Hugo's names are found whatever their case.
 */
export function createFinder(
  { templates, unusedTemplates }: ShortcodeSetting,
  { names }: Engine,
): (hugo: ChapterTemplates | null) => ChapterFinder {
  const files = new Map(templates.map((file) => [file.path, file]));
  const ours = [...names].map((path) => path.replace(/^shortcodes\/(.*)\.html$/, '$1'));
  const folded = new Map(ours.map((name) => [name.toLowerCase(), name]));
  const unused = new Map(unusedTemplates.map(([name, file]) => [name, file]));
  return (hugo) => {
    const findTemplate: ChapterRun['findTemplate'] = ({ name, isMarkdown }) => {
      const own = files.get(`shortcodes/${name}.html`);
      if (own?.file.startsWith('templates/')) return { kind: 'octavo', name };
      const file = hugo?.findShortcode(name, isMarkdown) ?? null;
      if (file !== null) return { kind: 'hugo', file };
      if (own !== undefined) return { kind: findLookAlike(name) === null ? 'octavo' : 'look-alike', name };
      const other = hugo === null ? undefined : folded.get(name.toLowerCase());
      if (other !== undefined) return { kind: 'octavo', name: other };
      const form = findLookAlike(name);
      return form === null ? { kind: 'none' } : { kind: 'look-alike', name: form };
    };
    const takesText: KnownShortcodes['takesText'] = (name, isMarkdown) => {
      const found = findTemplate({ name, isMarkdown });
      // One theme's call takes text where another's has it in a parameter.
      if (found.kind === 'none' || found.kind === 'look-alike') return null;
      if (found.kind === 'hugo') return asksOfHugo.test(found.file.text);
      return asksForText.test(files.get(`shortcodes/${found.name}.html`)?.text ?? '');
    };
    const findUnused = (name: string) => unused.get(name.toLowerCase()) ?? null;
    const isKnown: KnownShortcodes['isKnown'] = (name, isMarkdown) =>
      findTemplate({ name, isMarkdown }).kind !== 'none';
    return { known: { names: ours, takesText, isKnown, findUnused }, findTemplate, hugo };
  };
}
