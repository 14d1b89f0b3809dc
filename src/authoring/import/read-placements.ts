import { posix } from 'node:path';
import { locateHead } from '../../editing/locate-head.js';
import { parseData } from '../../formats/parse-data.js';
import { isMap } from '../../formats/plain.js';
import type { LoadedFile } from '../../model/source.js';

/** What a file or folder of another tool says of its place among those beside it. */
export interface Placement {
  readonly position?: number;
  readonly title?: string;
}

/**
 * Reads the places that chapters and folders ask for, by their paths: `sidebar_position`, `nav_order` or `order` of the front
 * matter, and `position` and `label` in a folder's `_category_.json` or `_category_.yml` (Docusaurus, Just the Docs).
 */
export function readPlacements(files: readonly LoadedFile[]): ReadonlyMap<string, Placement> {
  return new Map(
    files.flatMap((file): readonly (readonly [string, Placement])[] => {
      const name = posix.basename(file.path);
      if (isPlacement(file.path)) {
        const data = readMap(textOfFile(file), name.endsWith('json') ? 'json' : 'yaml');
        return [[posix.dirname(file.path), placementOf(data['position'], data['label'])]];
      }
      if (!/\.(?:md|mdx|markdown)$/.test(name)) return [];
      const data = readHead(textOfFile(file));
      const position = data['sidebar_position'] ?? data['nav_order'] ?? data['order'];
      const placement = placementOf(position, data['sidebar_label']);
      return Object.keys(placement).length === 0 ? [] : [[file.path, placement]];
    }),
  );
}

/** A file that says of its folder where it stands, and nothing else. */
export function isPlacement(path: string): boolean {
  return /(?:^|\/)_category_\.(?:json|ya?ml)$/.test(path);
}

function placementOf(position: unknown, title: unknown): Placement {
  const number = Number(position ?? Number.NaN);
  return {
    ...(Number.isNaN(number) ? {} : { position: number }),
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
  };
}

function readHead(text: string): Readonly<Record<string, unknown>> {
  const head = locateHead(text);
  return head ? readMap(text.slice(head.start, head.end), head.format) : {};
}

function readMap(text: string, format: Parameters<typeof parseData>[0]): Readonly<Record<string, unknown>> {
  const parsed = parseData(format, text);
  return parsed.ok && isMap(parsed.value) ? parsed.value : {};
}

function textOfFile({ bytes }: LoadedFile): string {
  return Buffer.from(bytes).toString('utf8').replace(/\r\n?/g, '\n');
}
