import { displayWidth } from '../../text/display-width.js';

const indent = '  ';

/** Of a second cell on a line of its own. */
const deeper = '      ';

/**
 * Rows of two cells, the second ones in a column, each row ended by a line break. A terminal breaks what is wider than
 * itself wherever that is: there, rows too long for the column stay out of it, and the second cell goes to a line of its
 * own where both have no room on one.
 *
 * @param columns Of the terminal; null where there is none.
 * @param gap Between the cells.
 */
export function formatTable(
  rows: readonly (readonly [string, string])[],
  columns: number | null,
  gap = '  ',
): string {
  const sizes = rows.map((row) => row.map(displayWidth));
  const room = (columns ?? Infinity) - indent.length - gap.length;
  const limit = room - Math.max(0, ...sizes.map(([, second = 0]) => second));
  const width = Math.max(0, ...sizes.map(([first = 0]) => (first <= limit ? first : 0)));
  return rows
    .map(([first, second], index) => {
      const [firstWidth = 0, secondWidth = 0] = sizes[index] ?? [];
      const isSplit = Math.max(width, firstWidth) + secondWidth > room;
      const between = isSplit ? `\n${deeper}` : `${' '.repeat(Math.max(0, width - firstWidth))}${gap}`;
      return `${indent}${first}${between}${second}\n`;
    })
    .join('');
}
