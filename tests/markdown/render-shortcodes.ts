import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRenderer } from '../../src/markdown/render/create-renderer.js';
import type { RenderedChapter, ShortcodeSetting } from '../../src/model/rendered.js';
import type { TextFile } from '../../src/model/source.js';
import { repository } from '../house/source-files.js';
import { context } from './rendering.js';

/** The program's own shortcodes. */
const builtIn: readonly TextFile[] = readdirSync(join(repository, 'templates/shortcodes'))
  .sort()
  .map((name) => template(name, readFileSync(join(repository, 'templates/shortcodes', name), 'utf8')));

function template(name: string, text: string): TextFile {
  return { path: `shortcodes/${name}`, file: `templates/shortcodes/${name}`, text };
}

/** What a rendering is given besides its text. */
export interface ShortcodeCase {
  /** Templates of the book's own by name, without `.html`. */
  readonly own?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly references?: ShortcodeSetting['references'];
  readonly unsafe?: boolean;
  readonly disabledServices?: readonly string[];
  readonly path?: string;
}

/** Renders a text as the chapter `part-1/one.md`, which begins with four lines of front matter. */
export async function renderShortcodes(body: string, given: ShortcodeCase = {}): Promise<RenderedChapter> {
  const { path = 'part-1/one.md', own = {}, params = {}, unsafe = false } = given;
  const { references = { severity: 'error', notFound: '' }, disabledServices = [] } = given;
  const render = await createRenderer({
    ...context,
    config: { ...context.config, unsafe },
    shortcodes: {
      templates: [...builtIn, ...Object.entries(own).map(([name, text]) => template(`${name}.html`, text))],
      site: {
        ...{ title: 'Book', author: 'A', description: '', language: 'en' },
        ...{ baseUrl: 'https://example.org/book/', basePath: '/book/', params: { Version: 'site', only: 3 } },
        disabledServices,
      },
      references,
      unusedTemplates: [],
    },
  });
  const head = '---\ntitle: One\n# 🙂\n---\n';
  return render({
    ...{
      path,
      file: `content/${path}`,
      bytes: Buffer.from(head + body),
      bodyStart: head.length,
      bodyLine: 5,
    },
    page: {
      ...{ title: 'One', heading: '', label: 'One', description: '', url: '/book/part-1/one/' },
      ...{ permalink: 'https://example.org/book/part-1/one/', params },
    },
  });
}

/** The HTML alone, without its last line end. */
export async function htmlOf(body: string, given: ShortcodeCase = {}): Promise<string> {
  return (await renderShortcodes(body, given)).html.trimEnd();
}

/** What was found, as `line:column code`. */
export async function faultsOf(body: string, given: ShortcodeCase = {}): Promise<readonly string[]> {
  const { diagnostics } = await renderShortcodes(body, given);
  return diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);
}
