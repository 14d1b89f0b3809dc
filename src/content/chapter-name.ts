/** Whether a file is a chapter by its name: Markdown (content rule 7). */
export function isChapterName(path: string): boolean {
  return /\.(?:md|mdown|markdown)$/i.test(path);
}
