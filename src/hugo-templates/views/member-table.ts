import { refuseName } from '../../go-templates/faults.js';
import type { GoMethod, GoObject, GoValue } from '../../go-templates/values/value.js';

/** Fields and methods of an object by name, each computed when it is asked for. */
export type MemberTable = Readonly<Record<string, () => GoValue | GoMethod>>;

/** A method of an object. */
export function methodOf(call: (args: readonly GoValue[]) => GoValue): GoMethod {
  return { kind: 'method', call };
}

/**
 * An object that answers from a table of its own.
 *
 * @param refused Names, with spaces between them, that Hugo knows on such an object and that are refused here.
 */
export function viewObject(
  type: string,
  members: MemberTable,
  more: Partial<GoObject> & { readonly refused?: string } = {},
): GoObject {
  const { refused = '', ...rest } = more;
  const names = new Set(refused.split(' '));
  return {
    kind: 'object',
    type,
    member: (name) => {
      if (Object.hasOwn(members, name)) return members[name]?.();
      return names.has(name) ? refuseName(`.${name}`) : undefined;
    },
    print: () => type,
    ...rest,
  };
}
