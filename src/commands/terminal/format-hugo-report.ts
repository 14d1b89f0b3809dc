import type { Diagnostic } from '../../model/diagnostic.js';
import type { HugoReport, UsedShortcode } from '../../report-hugo.js';

const shownShortcodes = 20;
const shownHooks = 8;

/** The report on a Hugo site, on one screen: what switches, and what does not with its counts. */
export function formatHugoReport({ book, shortcodes, hooks, layouts, diagnostics }: HugoReport): string {
  const { home, section, page, taxonomy, term } = book.pages;
  const told = shortcodes.filter((used) => used.told.length > 0);
  const fine = shortcodes.filter((used) => used.told.length === 0);
  const errors = count(diagnostics, 'error');
  return [
    `${book.title || 'This site'}: ${home + section + page + taxonomy + term} pages, ${page} of them chapters, keep their addresses and order.`,
    `  ${errors === 0 ? 'It builds as it is' : `${errors} errors stop the build; \`octavo build\` shows them`}, with ${count(diagnostics, 'warning')} warnings.`,
    '',
    ...block('Shortcodes that work', fine.map(describeUse)),
    ...block('Shortcodes with findings', told.map(describeTold)),
    ...block('Settings', describeSettings(diagnostics)),
    ...block('Render hooks', hooks.slice(0, shownHooks), hooks.length),
    ...(layouts === 0
      ? []
      : [`Layouts: ${layouts} templates of pages and lists are not read; Octavo's theme draws these.`]),
    ...block('Other findings', countOthers(diagnostics)),
    '',
  ].join('\n');
}

function block(title: string, lines: readonly string[], total = lines.length): readonly string[] {
  if (total === 0) return [];
  const shown = lines.slice(0, shownShortcodes);
  const more = total - shown.length;
  return [
    `${title}: ${total}`,
    ...shown.map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function describeUse({ name, calls, files }: UsedShortcode): string {
  return `${name}: ${calls} ${calls === 1 ? 'call' : 'calls'} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

function describeTold(used: UsedShortcode): string {
  return `${describeUse(used)}: ${used.told.map(([code, times]) => `${times} × ${code}`).join(', ')}`;
}

function describeSettings(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.filter(({ code }) => code.startsWith('config/')).map(({ message }) => message);
}

function countOthers(diagnostics: readonly Diagnostic[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { code, severity } of diagnostics) {
    if (/^(?:config|shortcode)\//.test(code)) continue;
    const name = `${severity} ${code}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((one, two) => two[1] - one[1]).map(([name, times]) => `${times} × ${name}`);
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((finding) => finding.severity === severity).length;
}
