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
  const spans = new Map<number, { left: number; right: number }>();
  const stack = [seed];
  let sum = 0;
  let count = 0;
  isOpen[seed] = 0;
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    sum += map.values[index] ?? 0;
    count += 1;
    widenSpan(spans, Math.floor(index / map.width), index % map.width);
    pushNeighbours(map, isOpen, index, stack);
  }
  const rows = [...spans].map(([y, span]) => ({ y, ...span })).sort((a, b) => a.y - b.y);
  return { rows, meanValue: sum / count };
}

function widenSpan(spans: Map<number, { left: number; right: number }>, y: number, x: number) {
  const span = spans.get(y);
  if (span === undefined) spans.set(y, { left: x, right: x });
  else {
    span.left = Math.min(span.left, x);
    span.right = Math.max(span.right, x);
  }
}

function pushNeighbours(map: FloatMap, isOpen: Uint8Array, index: number, stack: number[]) {
  const x = index % map.width;
  const y = Math.floor(index / map.width);
  for (let ny = Math.max(y - 1, 0); ny <= Math.min(y + 1, map.height - 1); ny += 1) {
    for (let nx = Math.max(x - 1, 0); nx <= Math.min(x + 1, map.width - 1); nx += 1) {
      const neighbour = ny * map.width + nx;
      if (isOpen[neighbour] === 1) {
        isOpen[neighbour] = 0;
        stack.push(neighbour);
      }
    }
  }
}
