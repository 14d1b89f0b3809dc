import type { Config } from '../../model/config.js';

/** A page's content security policy, given the hash of the `<style>` in it, if any. */
export type FindPolicy = (styleHash: string | null) => string;

/**
 * The policy that keeps promise 4 in the browser too: only the site's own scripts and styles, and of what stands in
 * a page itself only what has one of the hashes. Pictures may come from anywhere. `''` where the owner lets raw HTML
 * through (`markup.goldmark.renderer.unsafe`): what that may hold is the owner's to say.
 */
export function createPolicy(config: Config, scriptHashes: readonly string[]): FindPolicy {
  if (config.markdown.unsafe) return () => '';
  const scripts = ["'self'", ...scriptHashes.map(quote)].join(' ');
  const known = new Map<string | null, string>();
  return (styleHash) => {
    const policy = known.get(styleHash) ?? joinPolicy(scripts, styleHash);
    known.set(styleHash, policy);
    return policy;
  };
}

function joinPolicy(scripts: string, styleHash: string | null): string {
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src 'self'${styleHash === null ? '' : ` ${quote(styleHash)}`}`,
    "img-src 'self' data: https: http:",
    "media-src 'self' https: http:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function quote(hash: string): string {
  return `'${hash}'`;
}
