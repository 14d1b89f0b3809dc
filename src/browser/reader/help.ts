import { createButton, createElement } from './element.js';
import type { Memory } from './memory.js';
import { say } from './say.js';

/** Keys, and the text that says what they do. */
const ROWS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['←', 'p'], 'previousChapter'],
  [['→', 'n'], 'nextChapter'],
  [['/', 'Ctrl K'], 'search'],
  [['c'], 'contents'],
  [['a'], 'readingSettings'],
  [['?'], 'thisList'],
];

/** Whether single keys do anything. */
export function areKeysOn(memory: Memory): boolean {
  return memory.read('keys') !== 'off';
}

/** Puts the list of keys into the page; returns the way to show it. Made when first asked for. */
export function createHelp(memory: Memory, isRtl: boolean): () => void {
  let dialog: HTMLDialogElement | undefined;
  return () => {
    dialog ??= drawHelp(memory, isRtl);
    dialog.showModal();
  };
}

function drawHelp(memory: Memory, isRtl: boolean): HTMLDialogElement {
  const dialog = createElement('dialog', { class: 'help', 'aria-labelledby': 'page:keys' });
  const toggle = createElement('input', { type: 'checkbox' });
  toggle.checked = areKeysOn(memory);
  toggle.addEventListener('change', () => memory.write('keys', toggle.checked ? undefined : 'off'));
  dialog.append(
    createElement('h2', { id: 'page:keys' }, say('keys')),
    createElement('dl', {}, ...ROWS.flatMap(([keys, does]) => drawRow(keys, does, isRtl))),
    createElement('label', {}, toggle, ` ${say('keysOn')}`),
    createElement(
      'p',
      {},
      createButton({ class: 'tool' }, say('close'), () => dialog.close()),
    ),
  );
  document.body.append(dialog);
  return dialog;
}

function drawRow(keys: readonly string[], does: string, isRtl: boolean): readonly Node[] {
  const mirror = (key: string) => (!isRtl ? key : key === '←' ? '→' : key === '→' ? '←' : key);
  const caps = keys.flatMap((key, index) => [
    ...(index > 0 ? [' '] : []),
    createElement('kbd', {}, mirror(key)),
  ]);
  return [createElement('dt', {}, ...caps), createElement('dd', {}, say(does))];
}
