import { createHash } from 'node:crypto';

/** Gives each of some addresses a file name of its own: ASCII, made from the address, `-2` behind one that is taken. */
export function nameFiles(addresses: readonly string[], extension: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const address of addresses) {
    const base = nameFile(address);
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
    taken.add(name);
    names.set(address, `${name}.${extension}`);
  }
  return names;
}

const LONGEST = 80;

/** A name that has no letter of ASCII is made from the hash of the address, so that it stays when others come. */
function nameFile(address: string): string {
  const plain = address
    .replace(/%[0-9A-F]{2}/gi, '-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST);
  return plain || `page-${createHash('sha256').update(address).digest('hex').slice(0, 8)}`;
}
