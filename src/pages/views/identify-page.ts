import type { Page } from '../../model/book.js';

/**
 * What pages that are translations of each other have in common (content rule 18): their kind, and their logical path or
 * the `translationKey` of their front matter. A chapter that is shown because its translation is missing has it too.
 */
export function identifyPage({ head, key, kind }: Page): string {
  const { translationKey = '' } = head.frontMatter;
  return translationKey === '' ? `${kind} ${key}` : `${kind} = ${translationKey}`;
}
