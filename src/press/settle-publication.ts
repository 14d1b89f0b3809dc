import { resolve } from 'node:path';
import type { Config, PublicationRules } from '../model/config.js';

/** What a command asks of a publication. Paths are absolute. */
export interface PublicationWishes extends Pick<PublicationRules, 'takeOver' | 'failOnWarnings'> {
  readonly root: string;
  readonly destination: string | null;
}

/** Where a book is published, absolute, and under which conditions: what the command asks for counts more than the configuration. */
export function settlePublication(wishes: PublicationWishes, { publication }: Config): PublicationRules {
  return {
    folder: wishes.destination ?? resolve(wishes.root, publication.folder),
    takeOver: wishes.takeOver || publication.takeOver,
    failOnWarnings: wishes.failOnWarnings || publication.failOnWarnings,
  };
}
