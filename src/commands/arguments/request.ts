import { resolve } from 'node:path';
import { readBaseUrl } from '../../config/base-url.js';
import type { ConfigRequest } from '../../config/load-config.js';
import { pickVariables, readEnvironmentName } from '../../config/variables.js';
import { pathKind } from '../../sources/path-kind.js';
import { parseDate } from '../../time/dates.js';
import { utc } from '../../time/zone.js';
import type { Environment } from '../command.js';
import { bookFlags, type FlagValues } from './options.js';

/** The flags that every command shares, understood. */
export type BookRequest =
  | { readonly ok: true; readonly root: string; readonly config: ConfigRequest }
  | { readonly ok: false; readonly message: string };

/**
 * Turns the shared flags (`bookFlags`) into a request: which folder, which environment, which addresses, which chapters,
 * what "now" is. No operands. The flag `environment` counts more than the variable, and that more than `usual`.
 */
export function readBookRequest(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
  usual = 'production',
): BookRequest {
  if (words.length > 0)
    return { ok: false, message: `"${words[0]}" is not understood here; the book's folder goes after -s.` };
  const clock = flags['clock'];
  const now = typeof clock === 'string' ? parseDate(clock, utc)?.ms : environment.now;
  if (now === undefined)
    return { ok: false, message: `--clock wants a date such as 2026-01-31, not "${clock}".` };
  const baseUrl = flags['base-url'];
  if (typeof baseUrl === 'string' && readBaseUrl(baseUrl) === null) {
    const expected = 'an address such as https://example.org/book/, or a path such as /book/';
    return { ok: false, message: `--base-url wants ${expected}, not "${baseUrl}".` };
  }
  const source = flagText(flags['source']) ?? '.';
  const root = resolve(environment.folder, source);
  const fault = findFolderFault(root, source);
  if (fault !== null) return { ok: false, message: fault };
  const chosen = flagText(flags['environment']) ?? readEnvironmentName(environment.variables);
  return {
    ok: true,
    root,
    config: {
      now,
      environment: chosen ?? usual,
      variables: pickVariables(environment.variables),
      given: readGiven(flags),
      files: splitList(flags['config']),
      folder: flagText(flags['config-dir']),
      ...(typeof baseUrl === 'string' ? { baseUrl } : {}),
      ...(flags['drafts'] === true ? { drafts: true } : {}),
      ...(flags['future'] === true ? { future: true } : {}),
      ...(flags['expired'] === true ? { expired: true } : {}),
    },
  };
}

/** Why nothing at a path can be a book, as a sentence with the path as it was written; null for a folder. */
function findFolderFault(path: string, written: string): string | null {
  const kind = pathKind(path);
  if (kind === 'folder') return null;
  return kind === null
    ? `There is no folder "${written}" that could be read.`
    : `"${written}" is a file, and a book is a folder.`;
}

/** The settings that flags stand for. */
function readGiven(flags: FlagValues): ConfigRequest['given'] {
  return bookFlags.flatMap(({ name, setting, isList }) => {
    const value = flags[name];
    if (setting === undefined || value === undefined) return [];
    return [{ flag: `--${name}`, path: setting, value: isList ? splitList(value) : value }];
  });
}

/** The values of a flag that holds several. */
export function splitList(value: string | true | undefined): readonly string[] {
  return (flagText(value) ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A flag's text, or undefined when it was not given. */
export function flagText(value: string | true | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
