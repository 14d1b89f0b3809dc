import { join } from 'node:path';
import { repository } from '../house/source-files.js';

/** The folder of the books that Hugo and Octavo are compared on. */
export const books: string = join(repository, 'tests/hugo/books');
