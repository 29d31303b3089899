/** Levenshtein distance: insertions, deletions and replacements that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  return lastRow(a, b).at(-1) ?? 0;
}

/**
 * The least distance between `pattern` and any beginning of `text`, and where that beginning ends.
 * Of equal ones the longest wins, so that a letter doubled by mistake stays with the pattern.
 */
export function prefixDistance(text: string, pattern: string): { distance: number; end: number } {
  let best = { distance: Infinity, end: 0 };
  for (const [end, distance] of lastRow(pattern, text).entries()) {
    if (distance <= best.distance) best = { distance, end };
  }
  return best;
}

/** Distances between the whole of `a` and every beginning of `b`, the empty one first. */
function lastRow(a: string, b: string): number[] {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}
