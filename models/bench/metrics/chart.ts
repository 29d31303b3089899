/** A drawing area with axes, as the inside of an SVG. */
export interface Chart {
  /** From a value on the axis to pixels. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly isLogarithmic?: boolean;
  /** Values that get a line and a figure. */
  readonly ticks: readonly number[];
}

const SIZE = { width: 760, height: 460 } as const;
const FRAME = { left: 76, top: 48, right: 736, bottom: 390 } as const;

/** Told apart by people who do not see all colours (Okabe and Ito), dark enough on white. */
export const SERIES_COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9'];

/** A whole SVG: title, axes, what `drawInside` adds, and a legend of its series. */
export function drawChart(
  { title, x, y, legend }: { title: string; x: Axis; y: Axis; legend: readonly string[] },
  drawInside: (chart: Chart) => string,
): string {
  const chart = {
    x: (value: number) => FRAME.left + shareOf(value, x) * (FRAME.right - FRAME.left),
    y: (value: number) => FRAME.bottom - shareOf(value, y) * (FRAME.bottom - FRAME.top),
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(SIZE.width)} ${String(SIZE.height)}" font-family="sans-serif" font-size="13" fill="#1c2733">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="${String(FRAME.left)}" y="28" font-size="17" font-weight="600">${escapeText(title)}</text>`,
    ...x.ticks.map((tick) => drawColumn(tick, chart)),
    ...y.ticks.map((tick) => drawRow(tick, chart)),
    write((FRAME.left + FRAME.right) / 2, FRAME.bottom + 40, x.label, 'text-anchor="middle"'),
    write(
      22,
      (FRAME.top + FRAME.bottom) / 2,
      y.label,
      'text-anchor="middle" transform="rotate(-90 22 219)"',
    ),
    `<svg x="0" y="0" width="${String(SIZE.width)}" height="${String(SIZE.height)}">${drawInside(chart)}</svg>`,
    ...legend.map(drawLegendEntry),
    '</svg>',
  ].join('\n');
}

export function colourOf(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] ?? '#000';
}

/** Two digits behind the point say enough in a drawing, and keep the file small. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function shareOf(value: number, { from, to, isLogarithmic = false }: Axis): number {
  const scale = isLogarithmic ? Math.log10 : (plain: number) => plain;
  const share = (scale(value) - scale(from)) / (scale(to) - scale(from));
  return Math.min(Math.max(share, 0), 1);
}

function drawColumn(tick: number, { x }: Chart): string {
  const at = px(x(tick));
  return [
    `<path d="M${at} ${String(FRAME.top)}V${String(FRAME.bottom)}" stroke="#dfe5ea"/>`,
    write(x(tick), FRAME.bottom + 18, String(tick), 'text-anchor="middle"'),
  ].join('');
}

function drawRow(tick: number, { y }: Chart): string {
  const at = px(y(tick));
  return [
    `<path d="M${String(FRAME.left)} ${at}H${String(FRAME.right)}" stroke="#dfe5ea"/>`,
    write(FRAME.left - 8, y(tick) + 4, String(tick), 'text-anchor="end"'),
  ].join('');
}

function drawLegendEntry(name: string, index: number): string {
  const at = FRAME.left + index * 165;
  const y = SIZE.height - 18;
  return [
    `<rect x="${String(at)}" y="${String(y - 10)}" width="12" height="12" fill="${colourOf(index)}"/>`,
    write(at + 18, y, name),
  ].join('');
}

function write(x: number, y: number, text: string, attributes = ''): string {
  return `<text x="${px(x)}" y="${px(y)}" ${attributes}>${escapeText(text)}</text>`;
}
