import { diagnose } from '../diagnostics/catalogue.js';
import type { BundleResource } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import { encodeName } from '../text/url.js';
import { isLegalName, makeAddress } from './address.js';
import type { BundleFinder } from './bundles.js';
import type { TakeAddress } from './claims.js';
import { logicalFolder, splitPath } from './logical-path.js';
import type { PageAddresses } from './page-addresses.js';
import type { Tree } from './sections.js';
import type { FolderPaths } from './urls.js';

/** What a resource's place depends on. */
export interface ResourceContext {
  readonly bundleAround: BundleFinder;
  readonly tree: Tree;
  readonly folders: FolderPaths;
  readonly pages: PageAddresses;
}

/** A folder under `content/` whose files are published, and the folder of the output they go to. */
interface Home {
  readonly source: string;
  readonly output: string;
}

/**
 * Places the files that are not chapters (content rule 7): each goes beside the page of the bundle or section around it,
 * its path below that folder as it is written. Those of a leaf bundle that is no page are not published; those of a
 * section whose `_index.md` is held back are, since its pages may show them.
 */
export function placeResources(
  files: readonly SourceFile[],
  context: ResourceContext,
  takeAddress: TakeAddress,
  diagnostics: Diagnostic[],
): readonly BundleResource[] {
  const homeOf = findHomes(context);
  const placed: BundleResource[] = [];
  for (const { path, file } of files) {
    const home = homeOf(splitPath(path).folder);
    if (home === null) continue;
    const names = `${home.output}/${path.slice(home.source.length)}`
      .normalize('NFC')
      .split('/')
      .filter(Boolean);
    if (!names.every(isLegalName)) {
      diagnostics.push(diagnose('address/illegal-character', { source: 'file name', value: path }, { file }));
      continue;
    }
    const address = { url: `/${names.map(encodeName).join('/')}`, outputPath: names.join('/') };
    if (takeAddress({ ...address, owner: file, place: { file } })) placed.push({ source: path, ...address });
  }
  return placed;
}

/** Finds the published folder around a folder; null when that is in a leaf bundle which is no page. */
function findHomes({ bundleAround, tree, folders, pages }: ResourceContext): (folder: string) => Home | null {
  const outputs = new Map(
    [...pages].map(([{ chapter }, { outputPath }]) => [chapter, folderOfPage(outputPath)]),
  );
  const known = new Map<string, Home | null>([['', { source: '', output: '' }]]);

  function findHome(folder: string): Home | null {
    const bundle = bundleAround(folder);
    if (bundle !== null) return toHome(splitPath(bundle.path).folder, outputs.get(bundle));
    const path = logicalFolder(folder);
    const section = tree.sections.get(path);
    if (section?.path !== path) return homeOf(splitPath(folder).folder);
    const page = pages.get(section);
    return toHome(folder, page ? folderOfPage(page.outputPath) : folderOfAddress(folders(path)));
  }
  function homeOf(folder: string): Home | null {
    const home = known.get(folder) ?? findHome(folder);
    known.set(folder, home);
    return home;
  }
  return homeOf;
}

function toHome(source: string, output: string | undefined): Home | null {
  return output === undefined ? null : { source, output };
}

/** The folder beside a page's file: that of its `index.html`, or the one named as the file without its extension. */
function folderOfPage(outputPath: string): string {
  return outputPath.replace(/(?:^|\/)index\.html$|\.[^./]+$/, '');
}

function folderOfAddress(path: string | null): string | undefined {
  const address = path === null ? 'empty' : makeAddress(`${path}/`);
  return typeof address === 'string' ? undefined : folderOfPage(address.outputPath);
}
