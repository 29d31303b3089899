/** Leftmost and rightmost pixel of a component in one row. */
export interface RowSpan {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

export interface Component {
  /** One span per row, from the top. Enough for a convex hull, at a fraction of the pixels. */
  readonly rows: readonly RowSpan[];
  /** Mean of the map over the component's pixels. */
  readonly meanValue: number;
}

interface FloatMap {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** The 8-connected regions in which the map exceeds `threshold`. */
export function findComponents(map: FloatMap, threshold: number): Component[] {
  const { width, height, values } = map;
  const isOpen = new Uint8Array(width * height);
  for (let index = 0; index < isOpen.length; index += 1) {
    if ((values[index] ?? 0) > threshold) isOpen[index] = 1;
  }
  const components: Component[] = [];
  for (let index = 0; index < isOpen.length; index += 1) {
    if (isOpen[index] === 1) components.push(floodComponent(map, isOpen, index));
  }
  return components;
}

function floodComponent(map: FloatMap, isOpen: Uint8Array, seed: number): Component {
  const { width, height, values } = map;
  const spans = new Map<number, { left: number; right: number }>();
  const stack = [seed];
  let sum = 0;
  let count = 0;
  isOpen[seed] = 0;
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    const y = Math.floor(index / width);
    const x = index - y * width;
    sum += values[index] ?? 0;
    count += 1;
    widenSpan(spans, y, x);
    const [left, right] = [Math.max(x - 1, 0), Math.min(x + 1, width - 1)];
    const last = Math.min(y + 1, height - 1) * width;
    for (let row = Math.max(y - 1, 0) * width; row <= last; row += width) {
      for (let neighbour = row + left; neighbour <= row + right; neighbour += 1) {
        if (isOpen[neighbour] !== 1) continue;
        isOpen[neighbour] = 0;
        stack.push(neighbour);
      }
    }
  }
  const rows = [...spans].map(([y, span]) => ({ y, ...span })).sort((a, b) => a.y - b.y);
  return { rows, meanValue: sum / count };
}

function widenSpan(spans: Map<number, { left: number; right: number }>, y: number, x: number) {
  const span = spans.get(y);
  if (span === undefined) spans.set(y, { left: x, right: x });
  else if (x < span.left) span.left = x;
  else if (x > span.right) span.right = x;
}
