import { replaceUrl } from '../editing/replace-url.js';
import { applyEdits } from '../editing/text-edit.js';
import { indexTargets } from '../markdown/links/index-targets.js';
import { resolveLink } from '../markdown/links/resolve-link.js';
import { loadParser } from '../markdown/parse/load-parser.js';
import { screenSource } from '../markdown/parse/screen-source.js';
import { surveyTree } from '../markdown/tree/survey-tree.js';
import { collectLinkTargets } from './collect-link-targets.js';
import type { OpenSite } from './open-site.js';

/** The Markdown of a chapter with its links as they lead from anywhere; `path` is its `Chapter.path`. */
export type SettleLinks = (body: string, path: string) => string;

/**
 * Prepares the links of Markdown twins. A chapter's links start at its file; its twin lies elsewhere and is read far from
 * the site, so that each gets the address of the page or file that it leads to, whole where the book's is known.
 * What leads nowhere or out of the book stays as it is, as does a text that no parser is to see.
 */
export async function createTwinLinks(site: OpenSite): Promise<SettleLinks> {
  const { config } = site.inputs;
  const parse = await loadParser(config.markdown.parser);
  const index = indexTargets(collectLinkTargets(site, false), config.basePath);
  const makeWhole = (href: string) =>
    config.baseUrl === '' ? href : config.baseUrl + href.slice(config.basePath.length);
  return (body, path) => {
    if (screenSource(body) !== null) return body;
    const edits = surveyTree(parse(body)).addressed.flatMap((node) => {
      const found = node.url.startsWith('#') ? null : resolveLink(node.url, path, index);
      if (found?.kind !== 'chapter' && found?.kind !== 'file') return [];
      return replaceUrl(node, body, node.url, makeWhole(found.href)) ?? [];
    });
    return applyEdits(body, edits);
  };
}
