/** Says that the system has no more watches (`ENOSPC`, `EMFILE`), and what happens instead. */
export function describePolling(reason: string): string {
  return `The system has no more watches to give (${reason}): the book is looked at every second instead.`;
}
