import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { repository } from './source-files.js';

/** Codes that no small book can show: they come from disks, links, locks, our own faults, or `check`. Where each is tested. */
const elsewhere: Readonly<Record<string, string>> = {
  'config/unreadable': 'tests/config/load-config.test.ts',
  'source/missing-content': 'tests/sources/read-sources.test.ts',
  'source/no-git-history': 'tests/sources/git-times.test.ts',
  'source/unreadable': 'tests/sources/walk.test.ts',
  'source/symlink-outside': 'tests/sources/walk.test.ts',
  'markdown/too-slow': 'tests/markdown/threads/render-all.test.ts',
  'markdown/failed': 'tests/markdown/render/create-renderer.test.ts',
  'markdown/long-listing': 'tests/markdown/plugins/listings.test.ts',
  'shortcode/too-much': 'tests/markdown/shortcodes.test.ts',
  'output/destination-refused': 'tests/output/destination.test.ts',
  'output/not-ours': 'tests/output/foreign-files.test.ts',
  'output/link-inside': 'tests/output/distrust.test.ts',
  'output/unsafe-path': 'tests/output/open-publication.test.ts',
  'output/locked': 'tests/output/lock.test.ts',
  'output/cannot-write': 'tests/output/faults.test.ts',
  'text/split-word': 'tests/program/check.test.ts',
  'text/doubtful-joint': 'tests/check/rules.test.ts',
  'text/cut-word': 'tests/check/rules.test.ts',
  'text/split-address': 'tests/check/rules.test.ts',
  'text/mixed-quotes': 'tests/check/rules.test.ts',
  'text/unbalanced-quotes': 'tests/check/rules.test.ts',
  'text/lost-footnote': 'tests/check/rules.test.ts',
  'text/lone-list-item': 'tests/check/rules.test.ts',
  'text/accidental-block': 'tests/check/rules.test.ts',
  'text/missing-blank-line': 'tests/check/rules.test.ts',
  'text/ligature': 'tests/check/rules.test.ts',
  'text/soft-hyphen': 'tests/check/rules.test.ts',
  'text/invisible-character': 'tests/check/rules.test.ts',
  'text/doubled-word': 'tests/check/rules.test.ts',
  'text/space-before-punctuation': 'tests/check/rules.test.ts',
  'markdown/missing-footnote': 'tests/check/rules.test.ts',
  'markdown/duplicate-footnote': 'tests/markdown/plugins/footnotes.test.ts',
  'markdown/open-fence': 'tests/check/rules/accidents.test.ts',
  'markdown/open-comment': 'tests/check/rules/lost-words.test.ts',
  'markdown/stray-comment': 'tests/check/rules/accidents.test.ts',
  'text/accidental-term': 'tests/check/rules/accidents.test.ts',
  'text/struck-range': 'tests/check/rules/accidents.test.ts',
  'text/stray-backtick': 'tests/check/rules/accidents.test.ts',
  'text/lost-number': 'tests/check/rules/lost-lines.test.ts',
  'text/numbered-headings': 'tests/check/rules/lost-lines.test.ts',
  'text/lost-verse': 'tests/check/rules/lost-lines.test.ts',
  'text/equals-for-colon': 'tests/check/rules/accidents.test.ts',
  'markdown/empty-footnote': 'tests/check/rules/note-skeleton.test.ts',
  'text/page-remains': 'tests/check/rules/accidents.test.ts',
  'text/missing-space': 'tests/check/rules/accidents.test.ts',
  'text/letterspacing': 'tests/check/rules/accidents.test.ts',
  'markdown/lost-words': 'tests/check/rules/lost-words.test.ts',
  'text/foreign-markup': 'tests/check/rules/foreign-markup.test.ts',
  'link/web-not-found': 'tests/program/external.test.ts',
  'link/web-moved': 'tests/program/external.test.ts',
  'link/web-unclear': 'tests/program/external.test.ts',
  'link/undefined-reference': 'tests/check/rules.test.ts',
  'link/unused-definition': 'tests/check/rules.test.ts',
  'link/duplicate-definition': 'tests/check/rules.test.ts',
  'link/empty': 'tests/check/rules.test.ts',
  'text/accidental-code': 'tests/check/rules.test.ts',
  'text/broken-paragraph': 'tests/check/rules.test.ts',
  'text/lost-list': 'tests/check/rules.test.ts',
  'text/emphasis-as-heading': 'tests/check/rules.test.ts',
  'text/heading-level': 'tests/check/rules.test.ts',
  'image/missing-alt': 'tests/check/rules.test.ts',
  'image/odd-alt': 'tests/check/rules.test.ts',
  'front-matter/unknown-key': 'tests/check/rules.test.ts',
  'front-matter/unread-shared-key': 'tests/check/fold-shared-keys.test.ts',
  'markdown/math-off': 'tests/markdown/math/report-unread-formula.test.ts',
  'front-matter/empty-description': 'tests/check/rules.test.ts',
  'content/duplicate-paragraph': 'tests/check/rules.test.ts',
  'order/duplicate-weight': 'tests/program/check.test.ts',
  'order/missing-weight': 'tests/program/check.test.ts',
  'order/jumping-weight': 'tests/program/check.test.ts',
  'order/duplicate-heading': 'tests/check/heading-order.test.ts',
  'order/heading-number': 'tests/program/check.test.ts',
  'title/missing': 'tests/program/check.test.ts',
  'title/duplicate': 'tests/program/check.test.ts',
  'books/unknown-part': 'tests/pages/epub/render-epub.test.ts',
  'books/unknown-language': 'tests/pages/epub/render-epub.test.ts',
  'books/no-date': 'tests/pages/epub/render-epub.test.ts',
  'books/no-cover': 'tests/pages/epub/render-epub.test.ts',
  'books/cover-not-found': 'tests/pages/epub/render-epub.test.ts',
  'books/cover-small': 'tests/pages/epub/render-epub.test.ts',
  'page-mark/duplicate': 'tests/pages/epub/render-epub.test.ts',
  'epub/large-picture': 'tests/pages/epub/render-epub.test.ts',
  'pdf/no-browser': 'tests/browser-press/find-browser.test.ts',
  'pdf/old-browser': 'tests/browser-press/create-printer.test.ts',
  'pdf/browser-failed': 'tests/browser-press/create-printer.test.ts',
  'pdf/no-sandbox': 'tests/browser-press/create-printer.test.ts',
  'pdf/unsettled-pages': 'tests/browser/pdf.test.ts',
  'pdf/missing-glyph': 'tests/browser/pdf.test.ts',
  'pdf/bad-size': 'tests/browser/pdf.test.ts',
  'books/no-author': 'tests/pages/epub/render-epub.test.ts',
  'books/cannot-write': 'tests/program/epub.test.ts',
  'epub/remote-picture': 'tests/pages/epub/render-epub.test.ts',
  'epub/picture-type': 'tests/pages/epub/render-epub.test.ts',
  'epub/link-out-of-book': 'tests/pages/epub/render-epub.test.ts',
  'edit/refused': 'tests/program/move.test.ts',
  'edit/changed-meanwhile': 'tests/output/change-files.test.ts',
  'edit/outside': 'tests/output/change-files.test.ts',
  'edit/cannot-write': 'tests/output/change-files.test.ts',
  'edit/taken-back': 'tests/program/killed-edit.test.ts',
};

/** The codes in all `tests/books/…/expected/findings.txt`. */
function codesOfBooks(): ReadonlySet<string> {
  const books = join(repository, 'tests/books');
  const findings = readdirSync(books).map((name) => join(books, name, 'expected/findings.txt'));
  const lines = findings.filter(existsSync).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return new Set(
    lines.flatMap((line) => /^(?:\S+ )?(?:error|warning|advice|note) (\S+\/\S+)$/.exec(line)?.[1] ?? []),
  );
}

test('every diagnostic code has a case: a small book, or the test that stands in for it', () => {
  const shown = codesOfBooks();
  const missing = Object.keys(catalogue).filter((code) => !shown.has(code) && elsewhere[code] === undefined);
  assert.deepEqual(missing, []);
  for (const [code, file] of Object.entries(elsewhere)) {
    assert.ok(code in catalogue, `${code} exists`);
    assert.ok(readFileSync(join(repository, file), 'utf8').includes(code), `${file} shows ${code}`);
  }
});

test('the books show no code that does not exist', () => {
  assert.deepEqual(
    [...codesOfBooks()].filter((code) => !(code in catalogue)),
    [],
  );
});
