import { createHash } from 'node:crypto';
import { basename, join, relative, resolve } from 'node:path';
import { createPrinter } from '../browser-press/create-printer.js';
import type { PaperStep } from '../browser-press/press-book.js';
import type { ConfigRequest } from '../config/load-config.js';
import { hasErrors } from '../diagnostics/apply-severities.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { readPaperSize } from '../formats/paper-size.js';
import { makeBooks } from '../make-books.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isFolder, writeWholeFile } from '../output/write-whole-file.js';
import type { BookFormat } from '../pages/epub/name-book-file.js';
import type { BookFile } from '../pipeline/make-book-file.js';
import type { FlagValues } from './arguments/options.js';
import { flagText, readBookRequest, splitList } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';
import { showProgress } from './terminal/show-progress.js';
import { formatJsonText } from './terminal/to-terminal.js';

/** A command as it was called. */
interface Call {
  readonly flags: FlagValues;
  readonly words: readonly string[];
  readonly environment: Environment;
}

/** Where the files go unless it is said. */
const FOLDER = 'books';

/**
 * Makes the book into files and writes them, each whole or not at all. Exit 1 with an error of the book; 2 with wrong usage, and where
 * there is no browser to print with.
 */
export async function runBookFiles(
  format: BookFormat,
  { flags, words, environment }: Call,
): Promise<ExitCode> {
  const request = readBookRequest(flags, words, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const size = flagText(flags['size']);
  if (size !== undefined && readPaperSize(size) === null) {
    const known = 'a5, 6x9, a4, letter, or a width and a height such as 135mmx210mm';
    return refuseUsage(`--size wants ${known}, not "${size}".`, environment);
  }
  const { onInterrupt, progress } = environment;
  const isQuiet = flags['quiet'] === true;
  const tell = isQuiet ? null : progress;
  const printer =
    format === 'epub'
      ? null
      : createPrinter({ search: environment, progress: tell && ((step) => tell(STEPS[step])), onInterrupt });
  try {
    const made = await makeBooks(request.root, giveSize(request.config, size), {
      parts: [...splitList(flags['part']), ...splitList(flags['volume'])],
      languages: splitList(flags['language']),
      printer,
      progress: isQuiet ? null : showProgress(environment),
    });
    progress?.('');
    const shown = isQuiet
      ? made.diagnostics.filter(({ severity }) => severity === 'error')
      : made.diagnostics;
    if (flags['json'] !== true) logDiagnostics(shown, request.root, environment);
    return finish(made, request.root, { flags, words, environment });
  } finally {
    await printer?.close();
  }
}

const STEPS: Readonly<Record<PaperStep, string>> = {
  measuring: 'printing, to learn the numbers of the pages',
  printing: 'printing, with the numbers',
  finishing: 'finishing',
};

function giveSize(config: ConfigRequest, size: string | undefined): ConfigRequest {
  if (size === undefined) return config;
  return { ...config, given: [...(config.given ?? []), { flag: '--size', path: 'pdf.size', value: size }] };
}

interface Made {
  readonly files: readonly BookFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function finish({ files, diagnostics }: Made, root: string, { flags, environment }: Call): ExitCode {
  const isFailed = hasErrors(diagnostics);
  const asked = flagText(flags['output']);
  const target = resolve(environment.folder, asked ?? join(root, FOLDER));
  const isInFolder = asked === undefined || /[\\/]$/.test(asked) || isFolder(target);
  if (!isFailed && files.length > 1 && !isInFolder) {
    const message =
      'several files are made; choose one with --language and --part, or name a folder that ends with /.';
    return refuseUsage(message, environment);
  }
  const placed = files.map((file) => ({
    ...file,
    target: isInFolder ? join(target, basename(file.path)) : target,
  }));
  const failure = writeFiles(placed);
  const found = failure === null ? diagnostics : [...diagnostics, failure];
  if (flags['json'] === true) {
    const written = failure === null ? placed.map((file) => describeFile(file, environment.folder)) : [];
    environment.print(`${formatJsonText({ files: written, diagnostics: found })}\n`);
  } else if (failure !== null) logDiagnostics([failure], environment.folder, environment);
  else if (flags['quiet'] !== true) for (const file of placed) logFile(file, environment);
  if (found.some(({ code }) => code === 'pdf/no-browser')) return 2;
  return isFailed || failure !== null ? 1 : 0;
}

type PlacedFile = BookFile & { readonly target: string };

function writeFiles(files: readonly PlacedFile[]): Diagnostic | null {
  for (const { target, content } of files) {
    const reason = writeWholeFile(target, content);
    if (reason !== null) return diagnose('books/cannot-write', { path: target, reason });
  }
  return null;
}

function describeFile(
  { format, language, part, chapters, pages, content, target }: PlacedFile,
  folder: string,
) {
  return {
    path: relative(folder, target) || target,
    ...{ format, language, part, chapters },
    ...(pages === undefined ? {} : { pages }),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

function logFile({ chapters, pages, content, target }: PlacedFile, environment: Environment): void {
  const facts = [
    `${chapters} ${chapters === 1 ? 'chapter' : 'chapters'}`,
    ...(pages === undefined ? [] : [`${pages} ${pages === 1 ? 'page' : 'pages'}`]),
    `${(content.length / 1_000_000).toFixed(2)} MB`,
    `${(environment.elapsed() / 1000).toFixed(1)} s`,
  ];
  environment.print(`${relative(environment.folder, target) || target}  ${facts.join(', ')}\n`);
}
