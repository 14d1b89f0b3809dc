import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

const longest = 250;

/** Reports `image/missing-alt`, and `image/odd-alt` for one that says nothing: a file name, "image", a whole page. */
export function checkImages({ survey, shift, placeAt }: CheckedChapter): readonly Finding[] {
  return survey.addressed.flatMap((node) => {
    if (node.type !== 'image') return [];
    const start = (node.position?.start.offset ?? 0) + shift;
    const place = placeAt(start, (node.position?.end.offset ?? 0) + shift);
    const alt = (node.alt ?? '').trim();
    if (alt === '') return [{ diagnostic: diagnose('image/missing-alt', { written: node.url }, place) }];
    const reason = findReason(alt, node.url);
    if (reason === null) return [];
    return [{ diagnostic: diagnose('image/odd-alt', { alt: alt.slice(0, 60), reason }, place) }];
  });
}

function findReason(alt: string, url: string): string | null {
  const name =
    decodeURIComponentSafely(url.split(/[?#]/, 1)[0] ?? '')
      .split('/')
      .at(-1) ?? '';
  if (alt === name || `${alt}.` === name.replace(/(?<![^.])[^.]*$/, '')) return 'is its file name';
  if (/^(?:image|img|picture|photo|figure|graphic|untitled)\s*\d*$/i.test(alt))
    return 'says nothing about it';
  return alt.length > longest ? `has ${alt.length} characters, more than anyone listens to` : null;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
