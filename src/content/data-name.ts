/** Whether a file below `data/` is read, by its name. */
export function isDataName(path: string): boolean {
  return /\.(?:ya?ml|toml|json|csv)$/i.test(path);
}
