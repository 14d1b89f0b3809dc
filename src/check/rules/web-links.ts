import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { WebAnswer } from '../../model/web-answer.js';
import type { CheckedChapter } from '../checked-chapter.js';

/** An address of the web in a chapter. */
export interface WebLink {
  readonly address: string;
  readonly place: SourceSpan;
}

/** The `http` and `https` links and images of a chapter, in its order. */
export function listWebLinks({ survey, shift, placeAt }: CheckedChapter): readonly WebLink[] {
  return survey.addressed.flatMap((node) => {
    if (!/^https?:/i.test(node.url)) return [];
    const start = (node.position?.start.offset ?? 0) + shift;
    const place = placeAt(start, (node.position?.end.offset ?? 0) + shift);
    return [{ address: node.url, place }];
  });
}

/**
 * Says what the web answered: `link/web-not-found`, `link/web-moved` and `link/web-unclear`, in the order of the links.
 * Links without an answer pass.
 */
export function checkWebLinks(
  links: readonly WebLink[],
  answers: ReadonlyMap<string, WebAnswer>,
): readonly Diagnostic[] {
  return links.flatMap(({ address, place }) => {
    const answer = answers.get(address);
    if (answer === undefined || answer.kind === 'fine') return [];
    if (answer.kind === 'moved') return [diagnose('link/web-moved', { address, to: answer.to }, place)];
    const code = answer.kind === 'missing' ? 'link/web-not-found' : 'link/web-unclear';
    return [diagnose(code, { address, reason: answer.reason }, place)];
  });
}
