/** Says that the system has no more watches (`ENOSPC`, `EMFILE`) or tells of no changes (`NFS`), and what happens instead. */
export function describePolling(reason: string): string {
  if (!reason.startsWith('E'))
    return `The book is on ${reason}, where changes made elsewhere are not announced, so it is read every second as well.`;
  return `The system has no more watches to give (${reason}): the book is looked at every second instead.`;
}
