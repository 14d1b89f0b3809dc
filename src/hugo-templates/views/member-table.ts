import type { GoMethod, GoObject, GoValue } from '../../go-templates/values/value.js';

/** Fields and methods of an object by name, each computed when it is asked for. */
export type MemberTable = Readonly<Record<string, () => GoValue | GoMethod>>;

/** A method of an object. */
export function methodOf(call: (args: readonly GoValue[]) => GoValue): GoMethod {
  return { kind: 'method', call };
}

/**
 * An object that answers from a table of its own. A name that it has not, and that some object of Hugo's has, is refused;
 * any other is a fault.
 */
export function viewObject(type: string, members: MemberTable, more: Partial<GoObject> = {}): GoObject {
  return {
    kind: 'object',
    type,
    member: (name) => (Object.hasOwn(members, name) ? members[name]?.() : undefined),
    print: () => type,
    ...more,
  };
}
