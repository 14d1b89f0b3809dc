import { nearestWord } from '../text/nearest.js';
import { castList } from './casts.js';
import { type Field, reportAt } from './field.js';

/** The formats that Octavo writes, and those that Hugo knows without being told of them (content rule 17). */
const outputNames =
  'html rss print epub pdf llms markdown 404 amp calendar css csv gotmpl json robots sitemap sitemapindex webappmanifest'.split(
    ' ',
  );

/** Names of formats in lower case. Reports `front-matter/unknown-output` for each that nobody knows. */
export function castOutputs(field: Field): readonly string[] | undefined {
  const names = castList(field)?.map((name) => name.toLowerCase());
  for (const name of names ?? []) {
    if (outputNames.includes(name)) continue;
    reportAt(field, 'front-matter/unknown-output', { name, nearest: nearestWord(name, outputNames) });
  }
  return names;
}
