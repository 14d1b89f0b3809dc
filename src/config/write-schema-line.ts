import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInside } from '../files/inside.js';

/**
 * The first line of a configuration, which tells editors (the YAML language server) where its schema is: a relative path
 * where Octavo is installed in the book's own `node_modules` or in one above it, so that it holds on every machine; else
 * the address of the installed file.
 *
 * @param root The book's folder. @param installed The program's own.
 */
export function writeSchemaLine(root: string, installed: string): string {
  const schema = join(installed, 'dist/schemas/octavo.schema.json');
  const modules = dirname(installed);
  const isBesideBook = basename(modules) === 'node_modules' && isInside(dirname(modules), resolve(root));
  const path = relative(root, schema).split(sep).join('/');
  const address = isBesideBook ? (path.startsWith('.') ? path : `./${path}`) : pathToFileURL(schema).href;
  return `# yaml-language-server: $schema=${address}`;
}
