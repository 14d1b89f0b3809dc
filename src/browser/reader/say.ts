declare global {
  /** The interface's texts in the page's language; the build puts them in front of this script. */
  var octavoTexts: Readonly<Record<string, string>> | undefined;
}

/** A text of the group `script` in `templates/i18n/`, with values put in for `{name}`. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = globalThis.octavoTexts?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
