import { addAll } from '../../lists/add-all.js';

const attribute =
  /^(?:#([^\s#{}"'=,]*)|\.([^\s#{}"'=,]*)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'=,]+)))(?:[ \t]*,[ \t]*|[ \t]+|$)/;

/** Keys that an element may carry besides id and class; the sanitiser drops the others. */
export type AttributeValues = Record<string, string | string[]>;

/**
 * Reads what stands between braces (`#id .class key=value`, with blanks or commas between), as properties of an element. Null for
 * anything else. What a script would hear (`onclick=…`) counts for nothing, as in Hugo.
 */
export function readAttributes(source: string): AttributeValues | null {
  const properties: AttributeValues = {};
  const classes: string[] = [];
  let rest = source;
  while (rest !== '') {
    const found = attribute.exec(rest);
    if (found === null) return null;
    const [whole, id, className, key, quoted, single, bare] = found;
    const value = quoted ?? single ?? bare ?? '';
    if (id) properties['id'] = id;
    else if (className) classes.push(className);
    else if (key === 'class') addAll(classes, value.split(/\s+/).filter(Boolean));
    else if (key !== undefined && !/^on/i.test(key)) properties[key] = value;
    rest = rest.slice(whole.length);
  }
  return classes.length === 0 ? properties : { ...properties, className: classes };
}
