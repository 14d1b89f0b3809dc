import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { HugoSite } from '../model/hugo-site.js';
import { createHugoTemplates } from './create-hugo-templates.js';
import { spanOfEnd } from './span-of-end.js';

/** Reads every template of a Hugo site. Reports `template/unreadable`. */
export function checkHugoTemplates(site: HugoSite): readonly Diagnostic[] {
  const templates = createHugoTemplates(site, () => undefined);
  return templates.listUnreadable().map((end) => {
    const reason = end.message.replace(/\.$/, '');
    return diagnose('template/unreadable', { reason }, spanOfEnd(end, templates.textOf) ?? undefined);
  });
}
