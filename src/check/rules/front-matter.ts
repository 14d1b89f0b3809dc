import { frontMatterNames } from '../../chapters/front-matter-keys.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { SourceSpan } from '../../model/diagnostic.js';
import { nearestWord } from '../../text/nearest.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** Keys that Hugo reads (content rule 2) and that are no slip of the pen, though nothing here reads them. */
const hugoKeys =
  'markup outputs menus menu build _build headless cascade resources sitemap  translationkey sites tags categories tags_weight categories_weight images videos audio series'.split(
    ' ',
  );
/** Keys that the theme reads from `params`: they name people and pictures. */
const themeKeys =
  'author authors writer writers contributors image cover featured_image featuredimage thumbnail icon youtube lang dir'.split(
    ' ',
  );
/** Any two short words are near each other. */
const shortest = 4;
const known = new Set([...frontMatterNames, ...hugoKeys, ...themeKeys]);

/**
 * Looks at what the front matter says of itself. Reports `front-matter/unknown-key` for a key that is nearly one that is
 * read, and `front-matter/empty-description`. Keys that resemble none are the author's own.
 */
export function checkFrontMatter({ chapter, text }: CheckedChapter): readonly Finding[] {
  const { places, frontMatter } = chapter;
  const findings = Object.entries(places).flatMap(([key, place]): readonly Finding[] => {
    // What cascades to the chapter is looked at where it stands.
    if (place.file !== chapter.file || known.has(key) || key.length < shortest) return [];
    const nearest = nearestWord(key, known);
    if (nearest === null || nearest in places) return [];
    return [
      { diagnostic: diagnose('front-matter/unknown-key', { key, nearest }, keyPlace(key, place, text)) },
    ];
  });
  const description = places['description'];
  if (description?.file !== chapter.file || frontMatter.description !== undefined) return findings;
  return [...findings, { diagnostic: diagnose('front-matter/empty-description', {}, description) }];
}

/** `places` has those of values; the key stands before its value on the same line, or is named by its line. */
function keyPlace(key: string, { file, line = 1, column }: SourceSpan, text: string): SourceSpan {
  const written = text.split('\n', line)[line - 1] ?? '';
  const at = written.toLowerCase().lastIndexOf(key, (column ?? 1) - 1);
  return at === -1 ? { file, line } : { file, line, column: at + 1, length: key.length };
}
