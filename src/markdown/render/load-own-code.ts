import type { PluginConfig, TemplateFilter } from '../../model/plugins.js';
import type { ChangeTree } from '../tree/change-tree.js';
import { createChangeTree } from './processor.js';

/** What the code of a book's owner does in the Markdown room. */
interface OwnCode {
  /** Null where there are no plugins for remark. */
  readonly changeTree: ChangeTree | null;
  /** For the templates of shortcodes. */
  readonly filters: Readonly<Record<string, TemplateFilter>>;
}

/**
 * Imports the code of a book's owner, in each thread by itself: functions do not cross from one to another.
 *
 * @param module As in `Plugins`: `loadPlugins` has looked at it.
 */
export async function loadOwnCode(module: string | null): Promise<OwnCode> {
  if (module === null) return { changeTree: null, filters: {} };
  const { remarkPlugins = [], filters = {} }: PluginConfig = (await import(module)).default;
  return { changeTree: remarkPlugins.length === 0 ? null : createChangeTree(remarkPlugins), filters };
}
