import type { DrawText } from '../card/card-font.js';

/** Words that people write over the copy of their card, once or in several lines. */
export function drawWatermark(
  { width, height }: { readonly width: number; readonly height: number },
  mark: {
    readonly text: string;
    readonly opacity: number;
    readonly degrees: number;
    readonly size: number;
    readonly lines: number;
    readonly colour: string;
  },
  drawText: DrawText,
): string {
  const lines = Array.from({ length: mark.lines }, (_, index) => {
    const centreY = ((index + 1) / (mark.lines + 1) - 0.5) * height * 1.1;
    return drawText({
      text: mark.text,
      x: 0,
      centreY,
      size: mark.size,
      weight: 700,
      anchor: 'middle',
    });
  });
  return `<g fill="${mark.colour}" fill-opacity="${mark.opacity.toFixed(3)}" transform="translate(${String(width / 2)} ${String(height / 2)}) rotate(${mark.degrees.toFixed(1)})">${lines.join('')}</g>`;
}
