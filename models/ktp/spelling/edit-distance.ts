/** Levenshtein distance: insertions, deletions and replacements that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  return lastRow(a, b).at(-1) ?? 0;
}

/**
 * The least distance between `pattern` and any beginning of `text`, and where that beginning ends.
 * Of equal ones the longest wins, so that a letter doubled by mistake stays with the pattern.
 *
 * @param most a larger distance is only known to be larger: nobody counts it to its end
 */
export function prefixDistance(
  text: string,
  pattern: string,
  most: number,
): { distance: number; end: number } {
  const row = lastRow(pattern, text, most);
  let [distance, end] = [Infinity, 0];
  for (let at = 0; at < row.length; at += 1) {
    const own = row[at] ?? 0;
    if (own > distance) continue;
    distance = own;
    end = at;
  }
  return { distance, end };
}

/**
 * Distances between the whole of `a` and every beginning of `b`, the empty one first; where all of them
 * exceed `most`, any that do.
 */
function lastRow(a: string, b: string, most = Infinity): number[] {
  const row = [0];
  for (let j = 1; j <= b.length; j += 1) row.push(j);
  for (let i = 0; i < a.length; i += 1) {
    let replaced = i;
    let least = i + 1;
    row[0] = least;
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1] ?? 0;
      const own = Math.min(replaced + (a[i] === b[j] ? 0 : 1), above + 1, (row[j] ?? 0) + 1);
      row[j + 1] = own;
      replaced = above;
      if (own < least) least = own;
    }
    if (least > most) break;
  }
  return row;
}
