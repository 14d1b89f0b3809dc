import { fileURLToPath } from 'node:url';

/** The repository's folder; the compiled benchmark runs from `build/bench/`. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));
