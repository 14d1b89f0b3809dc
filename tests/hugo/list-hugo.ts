import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { isChapterName } from '../../src/content/chapter-name.js';
import { type Archive, unpackArchive } from './archive.js';

/** A page of a whole site as Hugo lists it. */
export interface ListedPage {
  /** Its file under the content folder, or its logical path; behind the key of its language where there are several. */
  readonly name: string;
  readonly kind: string;
  readonly url: string;
  readonly title: string;
  readonly linkTitle: string;
  readonly weight: number;
  readonly date: string | null;
  readonly draft: boolean;
  readonly section: string;
  readonly children: readonly string[];
}

/** Every page prints itself and those of its list, some of which are not written, as JSON. */
const added: Archive = {
  // In a site in several languages the same name may stand for several pages.
  'layouts/_partials/name.html': `
    {{ $n := .Path }}{{ with .File }}{{ $n = .Path }}{{ end }}
    {{ if hugo.IsMultilingual }}{{ $n = print .Site.Language.Lang ":" $n }}{{ end }}{{ return $n }}`,
  'layouts/_partials/page.html': `
    {{ $c := slice }}{{ range .Pages }}{{ $c = $c | append (partial "name.html" .) }}{{ end }}
    {{ $d := "" }}{{ if not .Date.IsZero }}{{ $d = .Date.Format "2006-01-02T15:04:05Z07:00" }}{{ end }}
    {{ return dict "name" (partial "name.html" .) "kind" .Kind "url" .RelPermalink "title" .Title "linkTitle" .LinkTitle
      "weight" .Weight "date" $d "draft" .Draft "section" .Section "children" $c }}`,
  'layouts/all.html': `
    {{ $all := slice (partial "page.html" .) }}{{ range .Pages }}{{ $all = $all | append (partial "page.html" .) }}{{ end }}
    {{ $all | jsonify }}`,
  // Set aside: the modules of a theme and its formats, and dates from a repository that the copy is not.
  'config/production/zz/hugo.toml': `
    theme = []
    enableGitInfo = false
    module.imports = []
    security.allowContent = [".*"]
    outputs = { home = ["html"], section = ["html"], page = ["html"], taxonomy = ["html"], term = ["html"] }`,
};

/** What a theme would bring, and what only the owner's machine has. */
const left = new Set([
  '.git',
  'node_modules',
  'themes',
  'layouts',
  'assets',
  'public',
  'resources',
  'static',
]);

/**
 * Lists the pages of a site with Hugo, in no certain order: on a copy without its theme, whose shortcodes are replaced
 * by empty ones, and without content adapters, which may ask other machines. Throws with what Hugo says when it cannot build the copy.
 */
export function listHugo(hugo: string, site: string, clock: string): readonly ListedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-site-'));
  try {
    cpSync(site, folder, {
      recursive: true,
      filter: (path) =>
        !left.has(path.slice(site.length + 1).split(sep)[0] ?? '') && !path.endsWith('_content.gotmpl'),
    });
    unpackArchive({ ...added, ...standIns(folder) }, folder);
    const flags = ['--source', folder, '--clock', clock, '--logLevel', 'error'];
    const run = spawnSync(hugo, flags, { encoding: 'utf8' });
    if (run.error) throw run.error;
    if (run.status !== 0) throw new Error(run.stderr || run.stdout);
    return readPrinted(join(folder, 'public'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const builtIn = new Set('details figure highlight instagram param qr ref relref vimeo x youtube'.split(' '));

/** The pages that the files of the built site name, each once. */
function readPrinted(folder: string): readonly ListedPage[] {
  const pages = new Map<string, ListedPage>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isHtml)) {
    const text = readFileSync(join(folder, path), 'utf8').trim();
    const printed: readonly ListedPage[] = text.startsWith('[') ? JSON.parse(text) : [];
    for (const page of printed) pages.set(page.name, page);
  }
  return [...pages.values()];
}

function isHtml(path: string): boolean {
  return path.endsWith('.html');
}

/** Whether a file holds calls of shortcodes. */
function isContent(path: string): boolean {
  return isChapterName(path) || isHtml(path);
}

/** An empty template for each shortcode that a chapter calls; one that is closed somewhere asks for what it holds. */
function standIns(folder: string): Archive {
  const called = new Map<string, boolean>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isContent)) {
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, closing, name = ''] of text.matchAll(/\{\{[<%]\s*(\/?)\s*([\w/.-]+)/g))
      called.set(name, called.get(name) === true || closing === '/');
  }
  const names = [...called].filter(([name]) => !builtIn.has(name) && !name.endsWith('.inline'));
  return Object.fromEntries(
    names.map(([name, isClosed]) => [`layouts/_shortcodes/${name}.html`, isClosed ? '{{ .Inner }}' : '-']),
  );
}
