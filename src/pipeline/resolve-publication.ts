import { resolve } from 'node:path';
import { listFolders } from '../content/content-file.js';
import type { Config } from '../model/config.js';
import type { PublicationRules } from '../model/output-rules.js';
import type { PublicationOptions } from '../output/open-publication.js';
import type { Inputs } from './read-inputs.js';

/** What a command asks of a publication. Paths are absolute. */
export interface PublicationWishes extends Pick<PublicationRules, 'takeOver' | 'failOnWarnings'> {
  readonly root: string;
  readonly destination: string | null;
}

/** Where a book is published, absolute, and under which conditions: what the command asks for counts more than the configuration. */
export function resolvePublication(wishes: PublicationWishes, { publication }: Config): PublicationRules {
  return {
    folder: wishes.destination ?? resolve(wishes.root, publication.folder),
    takeOver: wishes.takeOver || publication.takeOver,
    failOnWarnings: wishes.failOnWarnings || publication.failOnWarnings,
  };
}

/** How the publication of the book in `root` is opened under these rules. */
export function publicationOptions(
  root: string,
  { folder, takeOver }: PublicationRules,
  { config, version }: Pick<Inputs, 'config' | 'version'>,
): PublicationOptions {
  return {
    book: root,
    destination: folder,
    program: version,
    folders: listFolders(config.folders),
    takeOver,
  };
}
