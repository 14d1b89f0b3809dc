/**
 * A whole number from 1 on, to the nearest of sixteen steps between each power of two and the next. What is measured over the whole
 * book and decides on all of the index is rounded so: else one more word in one chapter would change every file.
 */
export function roundCoarsely(value: number): number {
  const step = Math.max(1, 2 ** (31 - Math.clz32(value)) / 16);
  return Math.round(value / step) * step;
}
