import { encodeQR } from 'qr';

export interface QrDrawing {
  /** Modules on a side, with the quiet zone. */
  readonly size: number;
  /** The dark modules as the data of an SVG path, a module being 1 × 1. */
  readonly path: string;
}

/** Light modules around the code that readers go by: ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/** Of medium correction: a screen has no scratches, but it does have reflections. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  return { size: rows.length, path: rows.map(drawRow).join('') };
}

/** One rectangle for each run of dark modules. */
function drawRow(row: readonly boolean[], y: number): string {
  let path = '';
  let start = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const isDark = row[x] === true;
    if (isDark && start < 0) start = x;
    if (isDark || start < 0) continue;
    path += `M${String(start)} ${String(y)}h${String(x - start)}v1H${String(start)}z`;
    start = -1;
  }
  return path;
}
