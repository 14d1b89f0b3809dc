import { isText, type Memory, openMemory, readRecord } from './memory.js';

/**
 * Everything that a reader can set, in the order of the panel: the name, which is that of the `data-` attribute on
 * `<html>` too, and its values. What a value looks like is in `templates/assets/settings.css`.
 */
export const settings: Readonly<Record<string, readonly string[]>> = {
  paper: ['system', 'light', 'sepia', 'dark', 'black'],
  size: ['smallest', 'small', 'normal', 'large', 'larger', 'largest'],
  face: ['serif', 'sans', 'mono'],
  leading: ['tight', 'normal', 'loose'],
  width: ['narrow', 'normal', 'wide'],
  align: ['ragged', 'justified'],
};

const DEFAULTS: readonly string[] = ['system', 'normal', 'serif', 'ragged'];

/** Chosen values by the setting's name; a default is absent. */
export type Choices = Readonly<Record<string, string>>;

/** The value that holds: the chosen one if the panel knows it (the memory may be old), else the default. */
export function currentValue(name: string, choices: Choices): string {
  const values = settings[name] ?? [];
  const chosen = choices[name] ?? '';
  return values.includes(chosen) ? chosen : (values.find(isDefault) ?? '');
}

export function isDefault(value: string): boolean {
  return DEFAULTS.includes(value);
}

/** Puts the choices on `<html>`; a default is no attribute. */
export function applyChoices(root: HTMLElement, choices: Choices): void {
  for (const name of Object.keys(settings)) {
    const value = currentValue(name, choices);
    if (isDefault(value)) delete root.dataset[name];
    else root.dataset[name] = value;
  }
}

/** The memory of what holds for every language of a book: where it has several, their front pages lie below one root. */
export function openSettings(root: HTMLElement, home: URL): Memory {
  const { root: address } = root.dataset;
  const own = openMemory(home);
  if (address === undefined) return own;
  const shared = openMemory(new URL(address, location.href));
  return {
    // What one language was set to before they were set as one.
    read: (name) => shared.read(name) ?? own.read(name),
    write: (name, value) => {
      shared.write(name, value);
      own.write(name, undefined);
    },
  };
}

/** The choices that are kept. */
export function readChoices(memory: Memory): Choices {
  return readRecord(memory.read('settings'), isText);
}

/** Keeps one choice beside the others, which another window may have made meanwhile; a default is kept as none. */
export function writeChoice(memory: Memory, name: string, value: string): Choices {
  const { [name]: _, ...others } = readChoices(memory);
  const choices = isDefault(value) ? others : { ...others, [name]: value };
  memory.write('settings', choices);
  return choices;
}
