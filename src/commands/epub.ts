import { createHash } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { hasErrors } from '../diagnostics/apply-severities.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { OutputFile } from '../model/output.js';
import { bookFlags, type FlagValues } from './arguments/options.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Command, Environment, ExitCode } from './command.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';

/** `octavo epub`: the book as a file to take along. */
export const epubCommand: Command = {
  name: 'epub',
  summary: 'makes the book an EPUB to read on a phone or an e-reader',
  flags: [
    ...bookFlags,
    {
      name: 'output',
      short: 'o',
      value: 'PATH',
      help: 'the file, or the folder if it ends with /; else books/',
    },
    { name: 'part', value: 'PATH', help: 'one section with all below it, such as part-1' },
    { name: 'volume', value: 'PATH', help: 'one volume of a library' },
    { name: 'language', value: 'KEY', help: 'one language of a book in several' },
    { name: 'json', help: 'prints what was made as JSON' },
    { name: 'quiet', help: 'prints errors only' },
  ],
  run: runEpub,
};

/** Where the files go unless it is said. */
const FOLDER = 'books/';

async function runEpub(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const request = readBookRequest(flags, words, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const part = flagText(flags['part']) ?? flagText(flags['volume']);
  const language = flagText(flags['language']);
  const { makeEpubs } = await import('../make-epub.js');
  const made = await makeEpubs(request.root, request.config, {
    parts: part === undefined ? [] : [part],
    languages: language === undefined ? [] : [language],
  });
  logDiagnostics(made.diagnostics, request.root, environment);
  if (hasErrors(made.diagnostics)) return 1;
  const output = flagText(flags['output']) ?? join(request.root, FOLDER, '/');
  if (made.files.length === 0) return refuseUsage(`the book has no language "${language}".`, environment);
  if (made.files.length > 1 && !output.endsWith('/')) {
    const message =
      'a book in several languages makes several files; choose one with --language, or name a folder that ends with /.';
    return refuseUsage(message, environment);
  }
  return writeFiles(
    made.files,
    resolve(environment.folder, output) + (output.endsWith('/') ? '/' : ''),
    flags,
    environment,
  );
}

async function writeFiles(
  files: readonly OutputFile[],
  output: string,
  flags: FlagValues,
  environment: Environment,
): Promise<ExitCode> {
  const { writeWholeFile } = await import('../output/write-whole-file.js');
  const written = [];
  for (const { path, content } of files) {
    const target = output.endsWith('/') ? output + (path.split('/').at(-1) ?? '') : output;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const reason = writeWholeFile(target, bytes);
    if (reason !== null) {
      logDiagnostics(
        [diagnose('books/cannot-write', { path: target, reason })],
        environment.folder,
        environment,
      );
      return 1;
    }
    const shown = relative(environment.folder, target) || target;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    written.push({ path: shown, format: 'epub', bytes: bytes.length, sha256 });
    if (flags['quiet'] !== true && flags['json'] !== true) {
      environment.print(`${shown}  ${(bytes.length / 1_000_000).toFixed(2)} MB\n`);
    }
  }
  if (flags['json'] === true) environment.print(`${JSON.stringify({ files: written }, null, 2)}\n`);
  return 0;
}
