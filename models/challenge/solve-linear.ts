/**
 * The coefficients that take the rows closest to the targets in the least-squares sense (normal
 * equations, Gauss-Jordan elimination with the largest pivot).
 *
 * @param ridge pull of every coefficient towards 0
 * @returns `null` where the rows leave a coefficient open
 */
export function solveLeastSquares(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  ridge = 0,
): number[] | null {
  const size = rows[0]?.length ?? 0;
  const equations = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const [index, row] of rows.entries()) {
    for (let i = 0; i < size; i += 1) {
      const equation = equations[i] ?? [];
      const value = row[i] ?? 0;
      for (let j = 0; j < size; j += 1) equation[j] = (equation[j] ?? 0) + value * (row[j] ?? 0);
      equation[size] = (equation[size] ?? 0) + value * (targets[index] ?? 0);
    }
  }
  for (let i = 0; i < size; i += 1) {
    const equation = equations[i] ?? [];
    equation[i] = (equation[i] ?? 0) + ridge;
  }
  return eliminate(equations, size);
}

function eliminate(equations: number[][], size: number): number[] | null {
  for (let column = 0; column < size; column += 1) {
    const rest = equations.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const at = column + rest.indexOf(Math.max(...rest));
    const pivot = equations[at];
    const replaced = equations[column];
    const lead = pivot?.[column] ?? 0;
    if (pivot === undefined || replaced === undefined || !(Math.abs(lead) > 1e-12)) return null;
    equations[at] = replaced;
    equations[column] = pivot.map((value) => value / lead);
    for (const [index, row] of equations.entries()) {
      const factor = row[column] ?? 0;
      if (index === column || factor === 0) continue;
      equations[index] = row.map((value, i) => value - factor * (equations[column]?.[i] ?? 0));
    }
  }
  return equations.map((row) => row[size] ?? 0);
}
