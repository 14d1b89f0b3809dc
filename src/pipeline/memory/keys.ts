import { createHash, hash } from 'node:crypto';
import type { LinkTargets } from '../../model/rendered.js';
import type { SourceFile } from '../../model/source.js';
import type { Inputs } from '../read-inputs.js';
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

/** What links can lead to. */
export function keyOfTargets(targets: LinkTargets): string {
  return hash('sha256', JSON.stringify(targets));
}
