import { createHash, hash } from 'node:crypto';
import type { LinkTargets } from '../../model/rendered.js';
import type { SourceFile } from '../../model/source.js';
import type { OpenSite } from '../open-site.js';
import type { Inputs } from '../read-inputs.js';
import { renderContext, textContext } from '../render-context.js';
import { withoutNow } from '../without-now.js';

/** What everything that is kept of a book follows from, besides its chapters and static files: settings and theme. */
export function keyOfSettings({ config, sources }: Inputs): string {
  const sum = createHash('sha256').update(JSON.stringify(withoutNow(config)));
  for (const { path, text } of [...sources.templates, ...sources.data]) sum.update(`\0${path}\0${text}`);
  const { hugo, unusedTemplates } = sources;
  sum.update(JSON.stringify([hugo?.templates, hugo?.texts, hugo?.data, unusedTemplates]));
  for (const { path, hash: own } of hugo?.assets ?? []) sum.update(`\0${path}\0${own}`);
  for (const { path, bytes } of sources.assets) sum.update(`\0${path}\0`).update(bytes);
  return sum.digest('hex');
}

/** What pages follow from besides that, their book and its chapters: the files that are copied. */
export function keyOfSurroundings({ sources }: Inputs): string {
  const list = (files: readonly SourceFile[]) => files.map(({ file, path, hash: sum }) => [file, path, sum]);
  return hash('sha256', JSON.stringify([list(sources.resources), list(sources.staticFiles)]));
}

/** What the rendering of every chapter follows from, besides the chapter itself, what links lead to, and what shortcodes ask for. */
export function keyOfText(inputs: Inputs): string {
  return hash('sha256', JSON.stringify({ ...textContext(inputs), plugins: null }));
}

/**
 * What shortcodes are rendered with: templates, settings, references, and of a Hugo site all that its templates may ask for. Null
 * where they may ask for what nobody can tell: the time, or any file of the project.
 */
export function keyOfShortcodes(site: OpenSite): string | null {
  const { shortcodes, targets, hugo } = renderContext(site, true);
  if (hugo?.templates.some(({ text }) => asksForMore.test(text)) === true) return null;
  const { sources } = site.inputs;
  const files = [...sources.resources, ...(sources.hugo?.assets ?? [])].map((file) => file.hash);
  const described = hugo && [{ ...hugo, settings: { ...hugo.settings, now: 0 } }, files];
  return hash('sha256', JSON.stringify([shortcodes, targets, described]));
}

/** Functions of Go templates that read what no key tells, whatever they stand in. */
const asksForMore = /\b(?:now|readfile|readdir|fileexists|stat|getenv)\b/i;

/** What links can lead to. */
export function keyOfTargets(targets: LinkTargets): string {
  return hash('sha256', JSON.stringify(targets));
}
