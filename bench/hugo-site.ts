import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.js';

/**
 * Makes the folder of a generated book a Hugo site as well: `bench/hugo/` has the `hugo.toml` and the layouts, whose
 * pages show what Octavo's default theme shows. Octavo goes on reading `octavo.yaml`, which comes first.
 */
export function writeHugoSite(folder: string): void {
  cpSync(join(repository, 'bench', 'hugo'), folder, { recursive: true });
  writeFileSync(join(folder, 'layouts', 'partials', 'scripts.html'), formatScripts());
}

/** The scripts that every page of the theme carries, as a partial of Hugo's: the same bytes on both sides. */
function formatScripts(): string {
  const firstPaint = readFileSync(
    join(repository, 'dist/browser/theme/inline/first-paint.js'),
    'utf8',
  ).trim();
  const turning = readFileSync(join(repository, 'templates/inline/turning.json'), 'utf8').trim();
  return [
    `<script>${firstPaint}</script>`,
    '<script src="/reader.js" defer></script>',
    `<script type="speculationrules">${turning}</script>\n`,
  ].join('\n');
}
