import { isMap } from '../formats/plain.js';
import { isFrequency, listFrequencies, readPriority } from '../formats/sitemap-values.js';
import type { SitemapFacts } from '../model/chapter.js';
import { type Field, nameType, reportAt } from './field.js';

/**
 * What a sitemap says of the page: `changefreq`, `priority`, `disable` (content rule 17). Reports
 * `front-matter/invalid-type` for a value that is none, which counts as absent.
 */
export function castSitemap(field: Field): SitemapFacts | undefined {
  const { value } = field;
  if (value === null) return undefined;
  if (!isMap(value)) {
    reportAt(field, 'front-matter/invalid-type', {
      key: 'sitemap',
      value: nameType(value),
      expected: 'a group of keys',
    });
    return undefined;
  }
  const { changefreq = null, priority = null, disable = null } = value;
  const take = <Kind>(key: string, read: Kind | null, expected: string): Kind | undefined => {
    const written = value[key] ?? null;
    if (read === null && written !== null) {
      const details = { key: `sitemap.${key}`, value: nameType(written), expected };
      reportAt(field, 'front-matter/invalid-type', details);
    }
    return read ?? undefined;
  };
  const frequency = take('changefreq', isFrequency(changefreq) ? changefreq : null, listFrequencies());
  const rank = take('priority', readPriority(priority), 'a number from 0 to 1');
  const isLeftOut = take('disable', typeof disable === 'boolean' ? disable : null, '`true` or `false`');
  return {
    ...(frequency === undefined ? {} : { changefreq: frequency }),
    ...(rank === undefined ? {} : { priority: rank }),
    ...(isLeftOut === undefined ? {} : { disable: isLeftOut }),
  };
}
