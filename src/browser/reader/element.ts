type Child = Node | string;

/** A new element with attributes and children. Text stays text: nothing is ever read as HTML. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A button that does something. */
export function createButton(
  attributes: Readonly<Record<string, string>>,
  label: Child,
  press: () => void,
): HTMLButtonElement {
  const button = createElement('button', { type: 'button', ...attributes }, label);
  button.addEventListener('click', press);
  return button;
}
