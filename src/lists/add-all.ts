/** Adds items to the end of a list. A call that spreads them (`push(...items)`) overflows the stack where they are many. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
