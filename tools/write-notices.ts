import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes `dist/THIRD-PARTY.txt`: name, version and licence of every package that the program is made of, with the text
 * of its licence, which most licences ask to be passed on. The packages are those of the lock file that no development
 * needs; native parts of one system are installed as packages of their own and bring their licences along.
 * Fails for a package without any licence text.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);

const notices = Object.entries(lock.packages)
  .filter(([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([path, { version, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return `${name} ${version} (${license})\n\n${readLicence(join(root, path), license)}\n`;
  });

writeFileSync(
  join(root, 'dist/THIRD-PARTY.txt'),
  `Octavo contains the following packages.\n\n${notices.join(`\n${'-'.repeat(78)}\n\n`)}`,
);

function readLicence(folder: string, license = ''): string {
  const names = readdirSync(folder).sort();
  const own = names.filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name));
  const texts = own.map((name) => readFileSync(join(folder, name), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const readme = names.find((name) => /^readme/i.test(name));
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8');
  const [, section] = /^#+ *licen[cs]e\s*$([\s\S]*?)(?=^#|(?![\s\S]))/im.exec(text) ?? [];
  if (section?.trim()) return section.trim();
  if (license !== '') return `Published under the licence ${license}; its text is not part of the package.`;
  throw new Error(`${dirname(folder)}: there is no licence for ${folder}`);
}
