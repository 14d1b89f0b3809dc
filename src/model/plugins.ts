/**
 * A plugin for remark: called once for a book with its options, it returns what changes the tree (mdast) of a chapter,
 * in place or by returning another. The tree is as the parser made it; Octavo's own plugins come afterwards.
 */
// biome-ignore lint/suspicious/noExplicitAny: a plugin's options are its own, and every plugin has to fit.
export type RemarkPlugin = (...options: any[]) => unknown;

/** A filter for templates: gets the value, then what stands in the pipe's parentheses. */
export type TemplateFilter = (value: unknown, ...parameters: readonly unknown[]) => unknown;

/** What `octavo.config.js` may export by default. Each part is pure: what it makes follows from what it is given. */
export interface PluginConfig {
  readonly remarkPlugins?: readonly (RemarkPlugin | readonly [RemarkPlugin, ...unknown[]])[];
  readonly filters?: Readonly<Record<string, TemplateFilter>>;
}

/** The code of a book's owner, loaded. */
export interface Plugins {
  /** Where threads import it from; another address for another text. Null when there is none. */
  readonly module: string | null;
  readonly filters: Readonly<Record<string, TemplateFilter>>;
}

/** A book without code of its own, as most are. */
export const noPlugins: Plugins = { module: null, filters: {} };
