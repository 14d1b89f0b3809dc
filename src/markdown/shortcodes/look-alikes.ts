/** Built-in templates, each with the names that popular book themes of Hugo's give to what it draws. */
const forms: Readonly<Record<string, string>> = {
  callout:
    'callout admonition alert caution danger error hint important info note notice pageinfo success tip warn warning',
  fold: 'accordion-item accordionitem collapse expand spoiler',
  group: 'accordion accordiongroup cardpane cards steps',
  tabs: 'tabs tabpane',
  tab: 'tab',
  columns: 'columns',
  card: 'card',
  button: 'button',
  figure: 'image img picture screenshot',
  diagram: 'mermaid',
  formula: 'katex math mathjax',
  words: 'cite sub sup',
  sidenote: 'sidenote marginnote',
  children: 'children toc-tree',
};

const byName = new Map(
  Object.entries(forms).flatMap(([form, names]) => names.split(' ').map((name) => [name, form] as const)),
);

/** The built-in template for a name of popular themes, which may be written in any case; null for another name. */
export function findLookAlike(name: string): string | null {
  return byName.get(name.toLowerCase()) ?? null;
}
