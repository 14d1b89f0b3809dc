/** Chapters sent to a helper at once. */
export const batchSize = 16;
