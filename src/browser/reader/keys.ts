/** What single keys do, by `KeyboardEvent.key`. */
export type KeyTable = Readonly<Record<string, () => void>>;

/** Fields take keys for themselves, and what scrolls sideways takes the arrows. */
const FIELDS = 'input, textarea, select, [contenteditable], [role="textbox"]';

/** Listens for single keys: never with a modifier, in a field, in an open dialog or drawer, or with text selected. */
export function listenForKeys(keys: KeyTable, areOn: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (act === undefined || isBusy(event)) return;
    // The list of keys stays within reach, because the switch is in it.
    if (!areOn() && event.key !== '?') return;
    event.preventDefault();
    act();
  });
}

function isBusy({ key, target }: KeyboardEvent): boolean {
  const element = target instanceof Element ? target : document.body;
  // A closed dialog may keep the focus for a while: what is not seen takes no keys.
  const field = element.closest(FIELDS);
  if (field?.checkVisibility() && !isPanelToggle(key, field)) return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  if (getSelection()?.isCollapsed === false) return true;
  return key.startsWith('Arrow') && (scrollsSideways(element) || isOpen(element));
}

/** `a` closes the panel that it opened, although its fields have the focus: none of them takes letters. */
function isPanelToggle(key: string, element: Element): boolean {
  return key === 'a' && element.closest('.panel') !== null;
}

function isOpen(element: Element): boolean {
  return element.closest(':popover-open') !== null;
}

function scrollsSideways(element: Element): boolean {
  for (let box: Element | null = element; box !== null && box !== document.body; box = box.parentElement) {
    if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== 'visible') return true;
  }
  return false;
}
