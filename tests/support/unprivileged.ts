import process from 'node:process';

const NOBODY = 65534;

/** Calls a function without the rights of root, which may read and write everything, if the tests have them. */
export function withoutPrivileges<Value>(act: () => Value): Value {
  const user = process.geteuid?.();
  if (user !== 0) return act();
  process.seteuid?.(NOBODY);
  try {
    return act();
  } finally {
    process.seteuid?.(user);
  }
}
