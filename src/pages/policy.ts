import type { Config } from '../model/config.js';
import type { InlineHashes } from './inline-texts.js';

/** A page's content security policy, given the hash of a `<style>` that is its own, if any. */
export type FindPolicy = (styleHash: string | null) => string;

/**
 * The policy that keeps promise 4 in the browser too: only the site's own scripts and styles, and of what stands in
 * a page itself only what has one of the hashes. Pictures may come from anywhere. `''` where the owner lets raw HTML
 * through (`markup.goldmark.renderer.unsafe`): what that may hold is the owner's to say.
 */
export function createPolicy(config: Config, hashes: InlineHashes): FindPolicy {
  if (config.markdown.unsafe) return () => '';
  const known = new Map<string | null, string>();
  return (styleHash) => {
    const policy = known.get(styleHash) ?? joinPolicy(hashes, styleHash);
    known.set(styleHash, policy);
    return policy;
  };
}

function joinPolicy({ scripts, styles }: InlineHashes, styleHash: string | null): string {
  return [
    "default-src 'self'",
    `script-src ${listSources(scripts)}`,
    `style-src ${listSources(styleHash === null ? styles : [...styles, styleHash])}`,
    "img-src 'self' data: https: http:",
    "media-src 'self' https: http:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function listSources(hashes: readonly string[]): string {
  return ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ');
}
