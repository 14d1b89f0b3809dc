/** Whether two lists are equal by what is taken from their items. */
export function haveSame<Item>(
  first: readonly Item[],
  second: readonly Item[],
  by: (item: Item) => unknown,
): boolean {
  return (
    first.length === second.length &&
    first.every((item, at) => item === second[at] || by(item) === by(second[at] as Item))
  );
}
