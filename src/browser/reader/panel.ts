import { createButton, createElement } from './element.js';
import { isText, type Memory, readRecord } from './memory.js';
import { keepInView } from './paragraphs.js';
import { say } from './say.js';
import { applyChoices, type Choices, currentValue, isDefault, settings } from './settings.js';

/** The reading panel. */
export interface Panel {
  readonly toggle: () => void;
}

/** Puts the reading panel and its button among the tools; choices are applied at once and kept in the memory. */
export function addPanel(memory: Memory, tools: HTMLElement): Panel {
  const read = (): Choices => readRecord(memory.read('settings'), isText);
  const choose = (choices: Choices) => {
    memory.write('settings', choices);
    keepInView(() => applyChoices(document.documentElement, choices));
  };
  const form = createElement('form', {}, ...Object.keys(settings).map(drawSetting));
  const reset = () => {
    choose({});
    checkChosen(form, {});
  };
  form.append(createElement('p', {}, createButton({ class: 'tool' }, say('reset'), reset)));
  form.addEventListener('change', () => choose(readForm(form)));
  form.addEventListener('submit', (event) => event.preventDefault());
  checkChosen(form, read());
  const panel = drawPanel(form);
  tools.append(drawButton(panel), panel);
  return {
    toggle: () => {
      // At once, and not with the event to come: the next key may be an arrow.
      if (panel.togglePopover()) focusChosen(form);
    },
  };
}

function drawPanel(form: HTMLFormElement): HTMLElement {
  const attributes = {
    class: 'panel',
    id: 'page:panel',
    role: 'dialog',
    'aria-label': say('readingSettings'),
  };
  const panel = createElement('div', { ...attributes, popover: '' }, form);
  panel.addEventListener('toggle', () => {
    if (panel.matches(':popover-open')) focusChosen(form);
  });
  return panel;
}

function focusChosen(form: HTMLFormElement): void {
  if (!form.contains(document.activeElement)) form.querySelector<HTMLInputElement>('input:checked')?.focus();
}

function drawButton(panel: HTMLElement): HTMLElement {
  const attributes = {
    class: 'tool',
    type: 'button',
    'aria-label': say('readingSettings'),
    popovertarget: panel.id,
  };
  return createElement('button', attributes, 'Aa');
}

function drawSetting(name: string): HTMLElement {
  const labels = (settings[name] ?? []).map((value) =>
    createElement(
      'label',
      { 'data-value': value },
      createElement('input', { type: 'radio', name, value }),
      createElement('span', {}, say(`${name}.${value}`)),
    ),
  );
  return createElement(
    'fieldset',
    { 'data-setting': name },
    createElement('legend', {}, say(`${name}.name`)),
    createElement('div', {}, ...labels),
  );
}

function checkChosen(form: HTMLFormElement, choices: Choices): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input')) {
    input.checked = input.value === currentValue(input.name, choices);
  }
}

/** The checked values that are no defaults. */
function readForm(form: HTMLFormElement): Choices {
  const chosen = [...new FormData(form)].filter((entry): entry is [string, string] => isText(entry[1]));
  return Object.fromEntries(chosen.filter(([, value]) => !isDefault(value)));
}
