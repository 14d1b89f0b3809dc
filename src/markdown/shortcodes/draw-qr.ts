import encodeQR, { type ErrorCorrection } from 'qr';

/** A QR code as a drawing: modules are squares of 1, with the quiet zone of four around them that readers need. */
export interface QrDrawing {
  /** Width and height. */
  readonly size: number;
  /** The dark modules, as the `d` of an SVG path. */
  readonly path: string;
}

const quietZone = 4;
const levels: readonly string[] = ['low', 'medium', 'quartile', 'high'] satisfies readonly ErrorCorrection[];

/** Draws text as a QR code; null for a level that there is not, and for text that is too long for one. */
export function drawQr(text: string, level: string): QrDrawing | null {
  if (!levels.includes(level)) return null;
  const rows = encodeRows(text, level as ErrorCorrection);
  if (rows === null) return null;
  return { size: rows.length, path: rows.flatMap(drawRow).join('') };
}

function encodeRows(text: string, ecc: ErrorCorrection): boolean[][] | null {
  try {
    return encodeQR(text, 'raw', { ecc, border: quietZone });
  } catch {
    return null;
  }
}

/** One stroke for each run of dark modules. */
function drawRow(row: readonly boolean[], y: number): readonly string[] {
  const strokes: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const light = row.indexOf(false, x);
    const end = light < 0 ? row.length : light;
    strokes.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
    x = end;
  }
  return strokes;
}
