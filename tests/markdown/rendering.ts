import { gatherEvidence } from '../../src/line-ends/gather-evidence.js';
import { createRenderer } from '../../src/markdown/render/create-renderer.js';
import type { RenderContext } from '../../src/markdown/render/render-context.js';
import type { RenderedChapter } from '../../src/model/rendered.js';
import { defaultConfig } from '../support/default-config.js';

/** A small book: two parts, a bundle with a picture, a draft, a file in static/, a redirect. */
export const context: RenderContext = {
  config: defaultConfig.markdown,
  basePath: '/book/',
  summaries: true,
  hugo: null,
  search: true,
  language: 'en',
  texts: {
    footnotes: 'Footnotes',
    backToReference: 'Back to reference {number}',
    details: 'Details',
    'embed.youtube': 'YouTube video',
    'embed.vimeo': 'Vimeo video',
    'embed.instagram': 'Instagram post',
    'embed.x': 'Post by @{user} on X',
    'alert.note': 'Note',
    'alert.tip': 'Tip',
    'alert.important': 'Important',
    'alert.warning': 'Warning',
    'alert.caution': 'Caution',
  },
  shortcodes: null,
  plugins: null,
  targets: {
    language: 'en',
    languages: {},
    chapters: {
      '_index.md': { key: '/', url: '/' },
      'part-1/_index.md': { key: '/part-1', url: '/part-1/' },
      'part-1/one.md': { key: '/part-1/one', url: '/part-1/one/' },
      'part-1/two.md': { key: '/part-1/two', url: '/part-1/second/' },
      'part-2/höhe.md': { key: '/part-2/höhe', url: '/part-2/h%C3%B6he/' },
      'part-2/trip/index.md': { key: '/part-2/trip', url: '/part-2/trip/' },
    },
    unpublished: { 'part-1/three.md': 'content/part-1/three.md' },
    pages: {
      '/': '/',
      '/part-1/': '/part-1',
      '/part-1/one/': '/part-1/one',
      '/part-1/second/': '/part-1/two',
      '/part-2/': '/part-2',
      '/part-2/h%C3%B6he/': '/part-2/höhe',
      '/part-2/trip/': '/part-2/trip',
    },
    resources: { 'part-2/trip/map 1.png': '/part-2/trip/map%201.png' },
    foreign: {},
    pictures: {
      '/part-2/trip/map%201.png': { width: 400, height: 300 },
      '/files/broken.png': null,
    },
    others: ['/files/broken.png', '/files/terms.pdf', '/old/'],
  },
};

/** Settings of one rendering that differ from `context`. */
export type Difference = Partial<RenderContext['config']> & {
  readonly path?: string;
  readonly summary?: string;
};

const renderers = new Map<string, ReturnType<typeof createRenderer>>();

/** Renders a text as the chapter `part-1/one.md`, which begins with four lines of front matter. */
export async function render(body: string, difference: Difference = {}): Promise<RenderedChapter> {
  const { path = 'part-1/one.md', summary, ...changes } = difference;
  const config = { ...context.config, ...changes };
  const name = JSON.stringify(config);
  const renderer = renderers.get(name) ?? createRenderer({ ...context, config });
  renderers.set(name, renderer);
  const head = '---\ntitle: Übung\n# 🙂\n---\n';
  const setting = { language: context.language, joints: config.joints };
  const evidence = gatherEvidence([{ key: path, read: () => body }], setting).get(path);
  return (await renderer)({
    path,
    file: `content/${path}`,
    bytes: Buffer.from(head + body),
    bodyStart: head.length,
    bodyLine: 5,
    ...(summary === undefined ? {} : { summary }),
    ...(evidence === undefined ? {} : { evidence }),
  });
}

/** The HTML alone, without its last line end. */
export async function html(body: string, difference: Difference = {}): Promise<string> {
  return (await render(body, difference)).html.trimEnd();
}

/** What was found, as `line:column code`. */
export async function findings(body: string, difference: Difference = {}): Promise<readonly string[]> {
  const { diagnostics } = await render(body, difference);
  return diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);
}
