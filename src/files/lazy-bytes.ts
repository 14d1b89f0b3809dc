const reader: unique symbol = Symbol('reads the bytes');

interface Reading {
  readonly [reader]: () => Uint8Array;
}

const bytes: PropertyDescriptor & ThisType<Reading> = {
  enumerable: true,
  get() {
    return this[reader]();
  },
};

/**
 * Gives an object `bytes` that are read whenever they are asked for. The accessor is one for all objects: with one of its own in
 * each, as in a literal, V8 takes no two of thousands for objects of one kind, and whatever looks at them is slow.
 */
export function withLazyBytes<Value extends object>(
  value: Value,
  read: () => Uint8Array,
): Value & { readonly bytes: Uint8Array } {
  Object.defineProperty(value, reader, { value: read });
  Object.defineProperty(value, 'bytes', bytes);
  // The two lines above made it so.
  return value as Value & { readonly bytes: Uint8Array };
}
