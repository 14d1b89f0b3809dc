const attribute =
  /^(?:#([^\s#{}"'=]+)|\.([^\s#.{}"'=]+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))(?:[ \t]+|$)/;

/** Keys that an element may carry besides id and class; the sanitiser drops the others. */
export type AttributeValues = Record<string, string | string[]>;

/**
 * Reads what stands between braces (`#id .class key=value`), as properties of an element. Null for anything else.
 */
export function readAttributes(source: string): AttributeValues | null {
  const properties: AttributeValues = {};
  const classes: string[] = [];
  let rest = source;
  while (rest !== '') {
    const found = attribute.exec(rest);
    if (found === null) return null;
    const [whole, id, className, key, quoted, single, bare] = found;
    if (id !== undefined) properties['id'] = id;
    else if (className !== undefined) classes.push(className);
    else if (key !== undefined) properties[key] = quoted ?? single ?? bare ?? '';
    rest = rest.slice(whole.length);
  }
  return classes.length === 0 ? properties : { ...properties, className: classes };
}
