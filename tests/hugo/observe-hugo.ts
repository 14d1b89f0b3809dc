import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { frontMatterNames } from '../../src/chapters/front-matter-keys.js';
import { type Archive, unpackArchive } from './archive.js';
import { failure, type Observation, type ObservedEntry, type ObservedPage } from './observation.js';
import { type Walked, walkReadingOrder } from './reading-order.js';

interface HugoPage extends Omit<ObservedPage, 'file' | 'previous' | 'next' | 'headings'> {
  readonly name: string;
  /** Its file, absolute; empty without one. */
  readonly origin: string;
  /** Null for a page without text. */
  readonly headings: readonly string[] | null;
}

/** Every page prints itself as JSON; home prints the pages of the site, too, since some are not written. */
const layouts: Archive = {
  'layouts/_partials/name.html': `
    {{ $n := .Path }}{{ with .File }}{{ $n = .Path }}{{ end }}
    {{ if hugo.IsMultilingual }}{{ $n = print .Site.Language.Lang ":" $n }}{{ end }}{{ return $n }}`,
  'layouts/_partials/date.html':
    '{{ $d := "" }}{{ if not .IsZero }}{{ $d = .Format "2006-01-02T15:04:05.000Z07:00" }}{{ end }}{{ return $d }}',
  'layouts/_partials/page.html': `
    {{ $c := slice }}{{ range .Pages }}{{ $c = $c | append (partial "name.html" .) }}{{ end }}
    {{ $r := slice }}{{ range .Resources }}{{ if ne .ResourceType "page" }}{{ $r = $r | append (dict "name" .Name "title" .Title "params" .Params) }}{{ end }}{{ end }}
    {{ $o := "" }}{{ with .File }}{{ $o = .Filename }}{{ end }}
    {{ $t := slice }}{{ range .Translations }}{{ $t = $t | append .RelPermalink }}{{ end }}
    {{ $l := dict }}{{ if hugo.IsMultilingual }}{{ $l = dict "translations" (sort $t) }}{{ end }}
    {{ return merge $l (dict "name" (partial "name.html" .) "origin" $o "resources" $r "kind" .Kind "url" .RelPermalink "title" .Title
      "linkTitle" .LinkTitle "weight" .Weight "date" (partial "date.html" .Date) "lastmod" (partial "date.html" .Lastmod)
      "draft" .Draft "section" .Section "children" $c "headings" .Fragments.Identifiers
      "text" (.Plain | htmlUnescape)
      "words" .WordCount "minutes" .ReadingTime "summary" (.Summary | plainify | htmlUnescape) "params" .Params) }}`,
  'layouts/_partials/menu.html': `
    {{ $m := slice }}{{ range . }}{{ $m = $m | append (dict "name" .Name "identifier" .Identifier "url" .URL
      "title" .Title "weight" .Weight "pre" (.Pre | htmlUnescape) "post" (.Post | htmlUnescape) "params" (or .Params dict)
      "page" (cond (eq .Page nil) "" (partial "name.html" (or .Page site.Home)))
      "children" (partial "menu.html" .Children)) }}{{ end }}{{ return $m }}`,
  'layouts/all.html': `
    {{ $prefix := cond hugo.IsMultilingual (print .Site.Language.Lang ":") "" }}
    {{ $menus := dict }}{{ range $name, $entries := site.Menus }}{{ $menus = merge $menus (dict (print $prefix $name) (partial "menu.html" $entries)) }}{{ end }}
    {{ $all := slice }}{{ if .IsHome }}{{ range site.Pages }}{{ $all = $all | append (partial "page.html" .) }}{{ end }}{{ end }}
    {{ dict "page" (partial "page.html" .) "all" $all "menus" $menus | jsonify }}`,
};

/** "Now" for all books of the suite. */
export const clock = '2026-06-01T00:00:00Z';

/** Builds a book with Hugo and tells what came out. Throws when there is no Hugo of that name. */
export function observeHugo(hugo: string, archive: Archive): Observation {
  return withBook(archive, (folder) => {
    if (runHugo(hugo, folder, ['--quiet']).status !== 0) return failure;
    return describeSite(folder, listSources(runHugo(hugo, folder, ['list', 'all']).stdout));
  });
}

/**
 * `observeHugo` in half the time, without what is held back. Null where Hugo writes two pages or redirects into one file,
 * of which one is left by chance, and where it fails by a fault of its own.
 */
export function observePublished(hugo: string, archive: Archive): Observation | null {
  return withBook(archive, (folder) => {
    const { status, stdout, stderr } = runHugo(hugo, folder, ['--printPathWarnings']);
    if (/^panic: |Duplicate target paths/m.test(stdout + stderr)) return null;
    return status === 0 ? describeSite(folder, []) : failure;
  });
}

function withBook<Result>(archive: Archive, observe: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-hugo-'));
  try {
    unpackArchive({ ...layouts, ...archive }, folder);
    return observe(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runHugo(hugo: string, folder: string, argv: readonly string[]) {
  const run = spawnSync(hugo, [...argv, '--source', folder, '--clock', clock], { encoding: 'utf8' });
  if (run.error) throw run.error;
  return run;
}

/** The first column of `hugo list all`: every chapter, published or not, relative to the site. */
function listSources(csv: string): readonly string[] {
  const lines = csv.trim().split('\n').slice(1);
  const paths = lines.map((line) => /^(?:"((?:[^"]|"")*)"|([^,]*))/.exec(line));
  return paths.map((found) => (found?.[1] ?? found?.[2] ?? '').replaceAll('""', '"'));
}

function describeSite(root: string, sources: readonly string[]): Observation {
  const folder = join(root, 'public');
  // A site without any page has no folder.
  mkdirSync(folder, { recursive: true });
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const found = new Map<string, HugoPage>();
  const files = new Map<string, string>();
  const redirects: Record<string, string> = {};
  const menus: Record<string, readonly ObservedEntry[]> = {};
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8').trim();
    const target = /<link rel="canonical" href="([^"]*)">/.exec(text)?.[1];
    // An address of the author's own may end in anything.
    if (text.startsWith('{"all":')) Object.assign(menus, takePages(JSON.parse(text), path, found, files));
    else if (path.endsWith('.html'))
      redirects[path] = (target ?? '').replace('https://example.org', '').replaceAll('&#43;', '+');
  }
  const written = new Set(files.values());
  const origins = new Set([...found.values()].map(({ origin }) => origin));
  return {
    fails: false,
    ...arrangePages(found, files),
    redirects,
    menus,
    unpublished: sources
      .filter((source) => !origins.has(join(root, source)))
      .map((source) => source.replace('content/', ''))
      .sort(),
    files: paths.filter((path) => !/\.(html|xml)$/.test(path) && !written.has(path)),
  };
}

/** What a page prints. */
interface Printed {
  readonly page: HugoPage;
  readonly all: readonly HugoPage[];
  readonly menus: Observation['menus'];
}

/** Takes the pages from what one of them prints, and returns the menus. */
function takePages(
  { page, all, menus }: Printed,
  path: string,
  found: Map<string, HugoPage>,
  files: Map<string, string>,
): Observation['menus'] {
  files.set(page.name, path);
  for (const each of [page, ...all]) found.set(each.name, each);
  return menus;
}

function arrangePages(found: ReadonlyMap<string, HugoPage>, files: ReadonlyMap<string, string>) {
  const walked: ReadonlyMap<string, Walked> = found;
  const order = walkReadingOrder(walked);
  const pages = [...found.values()].map(({ name, origin: _, ...page }): [string, ObservedPage] => {
    const siblings = order.filter((other) => languageOf(other) === languageOf(name));
    const place = siblings.indexOf(name);
    const observed = {
      ...page,
      file: files.get(name) ?? '',
      date: readDate(page.date),
      lastmod: readDate(page.lastmod),
      previous: place === -1 ? null : (siblings[place - 1] ?? null),
      next: place === -1 ? null : (siblings[place + 1] ?? null),
      headings: [...(page.headings ?? [])].sort(),
      text: page.text.replace(/\s+/g, ''),
      summary: page.summary.replace(/\s+/g, ''),
      params: ownParams(page.params),
    };
    return [name, observed];
  });
  return { order, pages: Object.fromEntries(pages.sort(([one], [two]) => (one < two ? -1 : 1))) };
}

/** In a book in several languages, what stands before a page's name. */
function languageOf(name: string): string {
  return /^[a-z][\w-]*:/.exec(name)?.[0] ?? '';
}

function readDate(printed: string | null): string | null {
  return printed === null || printed === '' ? null : printed.replace('.000', '');
}

const kept = ['heading', 'c', 'color', 'accent', 'status'];

/** Hugo keeps the keys with a meaning among the params, too. */
function ownParams(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const known = new Set(frontMatterNames.filter((key) => !kept.includes(key)));
  return Object.fromEntries(Object.entries(params).filter(([key]) => !known.has(key)));
}
