import { isMap } from '../../formats/plain.js';
import type { Config } from '../../model/config.js';
import { trimSlashes } from '../../url/url.js';

type Params = Config['params'];

/**
 * Where the source of a chapter can be edited, by the `params` that popular book themes read: `editURL` (a text, or a
 * group with `enable` and `base`), `BookEditLink`, `BookRepo` with `BookEditPath`, `geekdocRepo` with
 * `geekdocEditPath`, `github_repo` with `github_branch` and `github_subdir`. Null where none is set.
 *
 * @param file The chapter's file, relative to the book's folder: `content/part-1/14f.md`.
 */
export function findEditAddress(params: Params, file: string, path: string): string | null {
  const text = (name: string) => findText(params, name);
  const template = text('BookEditLink') ?? readEditUrl(params);
  if (template !== null) return fillTemplate(template, { file, path, repo: text('BookRepo') ?? '' });
  const pairs = [
    [text('BookRepo'), text('BookEditPath')],
    [text('geekdocRepo'), text('geekdocEditPath')],
  ] as const;
  for (const [repo, folder] of pairs) if (repo !== null && folder !== null) return join(repo, folder, file);
  const repo = text('github_repo');
  if (repo === null) return null;
  return join(repo, 'edit', text('github_branch') ?? 'main', text('github_subdir') ?? '', file);
}

function readEditUrl(params: Params): string | null {
  const [, value] = Object.entries(params).find(([name]) => name.toLowerCase() === 'editurl') ?? [];
  if (isMap(value)) return value['enable'] === false ? null : findText(value, 'base');
  return typeof value === 'string' && value !== '' ? value : null;
}

interface Named {
  readonly file: string;
  readonly path: string;
  readonly repo: string;
}

/** Hugo's `{{ .Path }}`, relearn's `${FilePath}`; where neither stands the path of the chapter is put behind. */
function fillTemplate(template: string, { file, path, repo }: Named): string {
  const values: Readonly<Record<string, string>> = {
    path: file,
    filepath: path,
    'site.params.bookrepo': repo,
  };
  const put = (whole: string, name: string) => values[name.toLowerCase()] ?? whole;
  const filled = template.replace(/\{\{-?\s*\.([\w.]+)\s*-?\}\}/g, put).replace(/\$\{(\w+)\}/g, put);
  return filled === template ? join(template, path) : filled;
}

function join(...parts: readonly string[]): string {
  return parts
    .map(trimSlashes)
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? part : part.split('/').map(encodeURIComponent).join('/')))
    .join('/');
}

function findText(group: Readonly<Record<string, unknown>>, name: string): string | null {
  const [, value] = Object.entries(group).find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? [];
  return typeof value === 'string' && value !== '' ? value : null;
}
