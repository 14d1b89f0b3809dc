import { isMap } from './plain.js';

/** The keys and values that a JSON text of our own holds; null for any other text. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(text);
    return isMap(data) ? data : null;
  } catch {
    return null;
  }
}
