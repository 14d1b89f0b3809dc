import type { Diagnostic } from '../model/diagnostic.js';
import { describeHugoSite } from './describe-hugo-site.js';
import type { OpenSite } from './open-site.js';

/** Templates of a Hugo site that cannot be read and that no chapter called: those are errors already. */
export async function findUnreadable(
  [site]: readonly OpenSite[],
  known: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  const described = site === undefined ? null : describeHugoSite(site);
  if (described === null) return [];
  const { checkHugoTemplates } = await import('../hugo-templates/check-hugo-templates.js');
  const called = new Set(
    known.flatMap(({ code, related = [] }) =>
      code === 'template/fault' ? related.map(({ file }) => file) : [],
    ),
  );
  return checkHugoTemplates(described).filter(({ file }) => !called.has(file ?? ''));
}
