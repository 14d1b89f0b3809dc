import { createButton, createElement } from './element.js';
import type { Memory } from './memory.js';
import { keepInView } from './paragraphs.js';
import { say } from './say.js';
import { applyChoices, type Choices, currentValue, readChoices, settings, writeChoice } from './settings.js';

/** The reading panel. */
export interface Panel {
  readonly toggle: () => void;
}

/**
 * Puts the reading panel and its button among the tools. A choice is applied at once and kept in the memory; those of other
 * windows are applied when they are made, and when this page is shown again (from the back-forward cache, or from
 * where it was rendered ahead).
 */
export function addPanel(memory: Memory, tools: HTMLElement, forget: () => void): Panel {
  const apply = (choices: Choices) => keepInView(() => applyChoices(document.documentElement, choices));
  const form = createElement('form', {}, ...Object.keys(settings).map(drawSetting));
  const renew = () => {
    applyChoices(document.documentElement, readChoices(memory));
    checkChosen(form, readChoices(memory));
  };
  const reset = () => {
    memory.write('settings', undefined);
    keepInView(renew);
  };
  const buttons = [
    createButton({ class: 'tool' }, say('reset'), reset),
    ' ',
    createButton({ class: 'tool' }, say('forgetReading'), forget),
  ];
  form.append(createElement('p', {}, ...buttons));
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) apply(writeChoice(memory, target.name, target.value));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  renew();
  addEventListener('pageshow', renew);
  addEventListener('storage', renew);
  document.addEventListener('prerenderingchange', renew);
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
