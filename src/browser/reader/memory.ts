/** What the browser keeps for one book. Nothing leaves it. */
export interface Memory {
  /** The value as it was written, or undefined when there is none or it cannot be read. */
  readonly read: (name: string) => unknown;
  /** Undefined forgets. Does nothing where the browser keeps nothing. */
  readonly write: (name: string, value: unknown) => void;
}

/** The address of the book's front page, as `<html data-home>` gives it; the book is known by its path. */
export function findHome(root: HTMLElement): URL {
  return new URL(root.dataset['home'] ?? '/', location.href);
}

/**
 * Opens the memory of the book whose front page is at `home`. `open` gives the store, and may throw where the browser
 * keeps nothing.
 */
export function openMemory(home: URL, open: () => Storage = () => localStorage): Memory {
  const prefix = `octavo:${home.pathname.replace(/index\.html$/, '')}:`;
  return {
    read: (name) => {
      try {
        return JSON.parse(open().getItem(prefix + name) ?? 'null') ?? undefined;
      } catch {
        // Storage is forbidden, or holds what another program wrote.
        return undefined;
      }
    },
    write: (name, value) => {
      try {
        if (value === undefined) open().removeItem(prefix + name);
        else open().setItem(prefix + name, JSON.stringify(value));
      } catch {
        // Forbidden or full: reading goes on without a memory.
      }
    },
  };
}

/** A stored object's own fields that are of one primitive type; anything else counts as empty. */
export function readRecord<Field extends string | number>(
  value: unknown,
  isField: (field: unknown) => field is Field,
): Readonly<Record<string, Field>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Field] => isField(entry[1])),
  );
}

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';
