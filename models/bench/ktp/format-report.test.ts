import { expect, it } from 'vitest';
import { formatReport } from './format-report.js';
import { judgePicture } from './judge-picture.js';
import { summarise } from './summarise.js';

/** A summary of `cards` one-field cards, the last of them with one wrong letter in its name. */
function summariseCards(engine: string, cards: number) {
  const truth = { name: 'A'.repeat(10) };
  const picture = { path: '', file: '', condition: 'flat', isKtp: true, truth };
  const cost = { confidence: {}, ms: 10, cpuMs: 10, peakRssMib: 10, isKtp: true };
  return summarise(
    engine,
    Array.from({ length: cards }, (_, index) => {
      const name = index === cards - 1 ? 'A'.repeat(9) : truth.name;
      return judgePicture(picture, { ...cost, details: { name } });
    }),
  );
}

function rowOf(lines: readonly string[], name: string): string {
  return lines.find((line) => line.startsWith(name)) ?? '';
}

it('sets the engines side by side', () => {
  const lines = formatReport([summariseCards('kenali', 4), summariseCards('peer', 2)]);
  expect(lines[0]).toMatch(/kenali +peer$/);
  expect(rowOf(lines, 'all fields exact')).toMatch(/75\.00 % \(3\/4\) +50\.00 % \(1\/2\)$/);
  expect(rowOf(lines, 'name (4)')).toMatch(/75\.00 % +50\.00 %$/);
  expect(rowOf(lines, 'KTP, PASS')).toMatch(/– +–$/);
});

it('never rounds a fault away', () => {
  const lines = formatReport([summariseCards('kenali', 30_000)]);
  expect(rowOf(lines, 'all fields exact')).toContain('99.99 %');
  expect(rowOf(lines, 'character errors')).toContain('0.01 %');
});
