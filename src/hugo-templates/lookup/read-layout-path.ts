/** What a file below `layouts/` is, by its path (Hugo's manual, "Template lookup order"; old and new folder names). */
export interface LayoutPath {
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
