/**
 * The path below `templates/` that a name means: names start at `templates/`, those that begin with `./` or `../`
 * at the folder of the template that uses them. Null when it leads outside, is absolute, or is no name at all.
 */
export function resolveName(from: string, name: string): string | null {
  if (name === '' || /^\/|[\\\0]|^[a-z]+:/i.test(name)) return null;
  const folder = name.startsWith('.') ? from.split('/').slice(0, -1) : [];
  const path: string[] = [];
  for (const part of [...folder, ...name.split('/')]) {
    if (part === '..' && path.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
