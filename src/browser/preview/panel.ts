const css = `
:host { all: initial; }
.overlay, .status { position: fixed; font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; z-index: 2147483647; }
.overlay[hidden], .status[hidden] { display: none; }
.overlay { inset: 0; overflow: auto; padding: 4vh 4vw; background: rgb(0 0 0 / 55%); color: #f4f1ec; }
.sheet { max-width: 62rem; margin: 0 auto; padding: 1.5rem 2rem; background: #211f1d; border-top: 4px solid #e5484d; border-radius: 4px; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { padding: 1rem 0; border-top: 1px solid #47423e; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.code, .hint, .note { color: #b8afa6; }
a { color: #8cc8ff; }
pre { margin: .4rem 0; padding: .6rem .8rem; overflow: auto; background: #151413; font: 13px/1.45 ui-monospace, monospace; }
button { font: inherit; color: inherit; background: none; border: 1px solid currentcolor; border-radius: 3px; padding: .1rem .6rem; cursor: pointer; }
.status { left: 12px; bottom: 12px; display: flex; gap: .75rem; align-items: center; padding: .3rem .8rem; font-size: 13px; background: #211f1d; color: #f4f1ec; border-radius: 4px; }
`;

/** The room that the preview's own parts live in, apart from the page: neither's styles touch the other. */
export function openPanel(): ShadowRoot {
  const host = document.createElement('octavo-preview');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  return root;
}

/** An element with a class, and text or elements in it. Text is text, whatever it holds. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}
