/** Whether one wrong, missing, needless letter or two neighbours swapped make one word of the other; not for equal ones. */
export function isOneEdit(first: string, second: string): boolean {
  const difference = first.length - second.length;
  if (Math.abs(difference) > 1 || first === second) return false;
  let start = 0;
  while (start < first.length && first.charCodeAt(start) === second.charCodeAt(start)) start += 1;
  if (difference === 1) return first.slice(start + 1) === second.slice(start);
  if (difference === -1) return first.slice(start) === second.slice(start + 1);
  if (first.slice(start + 1) === second.slice(start + 1)) return true;
  const isSwapped = first[start] === second[start + 1] && first[start + 1] === second[start];
  return isSwapped && first.slice(start + 2) === second.slice(start + 2);
}
