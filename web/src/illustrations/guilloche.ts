/**
 * A wave of the fine line pattern that is printed on identity cards, as SVG path data over a
 * 320 × 120 box. `phase` 0 to 1 shifts it; many of them make the pattern.
 */
export function guillochePath(phase: number): string {
  const points: string[] = [];
  for (let x = 0; x <= 320; x += 2) {
    const angle = (x / 320) * Math.PI * 4 + phase * Math.PI * 2;
    const y = 60 + Math.sin(angle) * 34 * Math.cos((x / 320) * Math.PI + phase * Math.PI);
    points.push(`${String(x)} ${y.toFixed(1)}`);
  }
  return `M${points.join('L')}`;
}
