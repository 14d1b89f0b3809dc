import type { LayerText } from '../../model/source.js';

/** Finds the file that answers a call, or null. */
export interface LayoutIndex {
  /** Names of shortcodes, in lower case. */
  readonly names: ReadonlySet<string>;
  readonly findShortcode: (name: string, section: string, isMarkdown: boolean) => LayerText | null;
  /** The first of these names that has a file: `render-codeblock-go`, `render-codeblock`. */
  readonly findHook: (names: readonly string[], section: string) => LayerText | null;
  readonly findPartial: (name: string) => LayerText | null;
  /** Whether there is any hook at all. */
  readonly hasHooks: boolean;
}

type Entry = LayoutPath & { readonly file: LayerText };

/**
 * Puts the files of a site's `layouts/` and of its themes' into order: the folder of the nearest section first, then the
 * layer, then the new name of the folder before the old one, then the language (`hugo-templates`, section 2).
 */
export function indexLayouts(
  files: readonly LayerText[],
  language: string,
  languages: readonly string[],
): LayoutIndex {
  const entries = files.flatMap((file): readonly Entry[] => {
    const found = readLayoutPath(file.path, languages);
    if (found === null || (found.language !== '' && found.language !== language)) return [];
    return [{ ...found, file }];
  });
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.name}`;
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  for (const list of byKey.values()) list.sort(compareEntries);
  const find = (kind: string, name: string, section: string, extension: string) => {
    const list = byKey.get(`${kind} ${name.toLowerCase()}`) ?? [];
    return (
      list.find((entry) => entry.extension === extension && isAround(entry.scope, section))?.file ?? null
    );
  };
  return {
    names: new Set(entries.flatMap(({ kind, name }) => (kind === 'shortcode' ? [name] : []))),
    hasHooks: entries.some(({ kind }) => kind === 'hook'),
    findShortcode: (name, section, isMarkdown) => {
      const html = find('shortcode', name, section, 'html');
      return html ?? (isMarkdown ? find('shortcode', name, section, 'md') : null);
    },
    findHook: (names, section) => {
      for (const name of names) {
        const found = find('hook', name, section, 'html');
        if (found !== null) return found;
      }
      return null;
    },
    findPartial: (name) => {
      const path = name.replace(/^\//, '');
      return find('partial', path, '', '') ?? find('partial', `${path}.html`, '', '');
    },
  };
}

/** The deepest folder first. */
function compareEntries(left: Entry, right: Entry): number {
  return (
    right.scope.length - left.scope.length ||
    left.file.layer - right.file.layer ||
    Number(right.isNew) - Number(left.isNew) ||
    Number(right.language !== '') - Number(left.language !== '')
  );
}

function isAround(scope: string, section: string): boolean {
  return scope === '' || section === scope || section.startsWith(`${scope}/`);
}

/** What a file below `layouts/` is, by its path (Hugo's manual, "Template lookup order"; old and new folder names). */
interface LayoutPath {
  readonly kind: 'shortcode' | 'hook' | 'partial';
  /** The section that it is for, without slashes at its ends; `''` for all. */
  readonly scope: string;
  /** The name that it is called by, in lower case: `note`, `dir/note`, `render-link`. Of a partial with its extension. */
  readonly name: string;
  /** Key of the language that it is for; `''` for all. */
  readonly language: string;
  readonly extension: string;
  /** In a folder of the new name: `_shortcodes`. */
  readonly isNew: boolean;
}

const kinds = { shortcodes: 'shortcode', markup: 'hook', partials: 'partial' } as const;

/** Null for a file that is none of these, or of another output format than HTML. */
export function readLayoutPath(path: string, languages: readonly string[]): LayoutPath | null {
  const found = /^(?:(.*?)\/)??(_?)(shortcodes|markup|partials)\/(.+)$/s.exec(path);
  if (found === null) return null;
  const [, above = '', mark, folder = '', rest = ''] = found;
  if (folder === 'markup' && mark === '') return null;
  // The pattern holds the names of `kinds` alone.
  const kind = kinds[folder as keyof typeof kinds];
  const isNew = mark === '_' && !above.startsWith('_default');
  const scope = above === '_default' ? '' : above.toLowerCase();
  if (kind === 'partial')
    return scope === ''
      ? { kind, scope, name: rest.toLowerCase(), language: '', extension: '', isNew }
      : null;
  const [, name = '', parts = ''] = /^((?:.*\/)?[^./]+)((?:\.[^./]+)+)$/.exec(rest) ?? [];
  const marks = parts
    .split('.')
    .slice(1)
    .map((part) => part.toLowerCase());
  const extension = marks.pop() ?? '';
  const language = marks.find((part) => languages.includes(part)) ?? '';
  const others = marks.filter((part) => part !== language && part !== 'html');
  if (name === '' || others.length > 0 || (extension !== 'html' && extension !== 'md')) return null;
  return { kind, scope, name: name.toLowerCase(), language, extension, isNew };
}
