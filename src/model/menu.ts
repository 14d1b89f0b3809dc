/** An entry of a menu as the front matter or the configuration has it; absent keys are absent. */
export interface MenuKeys {
  readonly identifier?: string;
  readonly name?: string;
  readonly title?: string;
  readonly url?: string;
  /** Logical path of the page that it leads to. */
  readonly pageRef?: string;
  /** Identifier or name of the entry above. */
  readonly parent?: string;
  readonly weight?: number;
  /** Text before and after the name. */
  readonly pre?: string;
  readonly post?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The entries of menus by the menu's name, lower-cased. */
export type MenuTable = Readonly<Record<string, readonly MenuKeys[]>>;

/** An entry of a book's menu, in its place. */
export interface MenuEntry {
  readonly identifier: string;
  readonly name: string;
  readonly title: string;
  /** Site-relative for a page of the book, else as written; empty for an entry that leads nowhere. */
  readonly url: string;
  /** Key of the page that it leads to, or null. */
  readonly page: string | null;
  readonly weight: number;
  readonly pre: string;
  readonly post: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly children: readonly MenuEntry[];
}
