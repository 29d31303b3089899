import type { Fault } from '../../../web/src/guidance/frame-reading.js';

/** What guidance said of scenes, and how often rightly. */
export interface HintTally {
  add(scene: string, said: Fault | null, expected: readonly (Fault | null)[]): void;
  print(): void;
}

interface Row {
  right: number;
  readonly said: Map<string, number>;
}

export function createHintTally(): HintTally {
  const rows = new Map<string, Row>();
  return {
    add(scene, said, expected) {
      const row = rows.get(scene) ?? { right: 0, said: new Map<string, number>() };
      if (expected.includes(said)) row.right += 1;
      row.said.set(said ?? 'GOOD', (row.said.get(said ?? 'GOOD') ?? 0) + 1);
      rows.set(scene, row);
    },
    print() {
      for (const [scene, { right, said }] of rows) {
        const words = [...said].sort((a, b) => b[1] - a[1]);
        const count = words.reduce((sum, [, times]) => sum + times, 0);
        const all = words.map(([hint, times]) => `${hint} ${String(times)}`).join(', ');
        const share = `${String(right)} of ${String(count)}`;
        console.log(`  ${scene.padEnd(24)} ${share.padEnd(10)} ${all}`);
      }
    },
  };
}
