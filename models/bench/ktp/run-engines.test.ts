import { expect, it } from 'vitest';
import { createAreaDirectory } from '../../ktp/areas/areas.js';
import type { EngineFailure, EngineProcess } from '../engines/engine-process.js';
import type { EngineAnswer } from './engine-answer.js';

import { runEngines } from './run-engines.js';

const areas = createAreaDirectory([]);
const cost = { id: 1, ms: 5, cpuMs: 6, peakRssMib: 7 };

function card(file: string) {
  return { path: file, file, condition: 'flat', isKtp: true, truth: { nik: '12' } };
}

function answer(nik: string): EngineAnswer {
  const verdict = { verdict: 'PASS', reasonCode: null };
  return { ...cost, reading: { isKtp: true, ktpDetails: { nik }, ktpConfidence: {}, ...verdict } };
}

it('shows every picture to every engine in turn, after one that does not count', async () => {
  const seen: string[] = [];
  const engine = (
    name: string,
    read: (path: string) => EngineAnswer | EngineFailure,
  ): EngineProcess<EngineAnswer> => ({
    name,
    read: (path) => {
      seen.push(`${name} ${path}`);
      return Promise.resolve(read(path));
    },
    stop: () => undefined,
  });
  const crashing = (path: string) =>
    path === 'b' ? { failure: 'crashed', ms: 9 } : { ...cost, lines: [] };
  const progress: number[] = [];
  const results = await runEngines(
    [engine('ours', () => answer('12')), engine('peer', crashing)],
    [card('a'), card('b')],
    { areas, onPicture: (done) => progress.push(done) },
  );
  expect(seen).toEqual(['ours a', 'peer a', 'ours a', 'peer a', 'ours b', 'peer b']);
  expect(progress).toEqual([1, 2]);
  expect(results.map(({ summary }) => [summary.engine, summary.fields, summary.passed])).toEqual([
    ['ours', { part: 2, of: 2 }, { part: 2, of: 2 }],
    ['peer', { part: 0, of: 2 }, { part: 0, of: 0 }],
  ]);
  expect(results[1]!.summary.failures).toEqual([{ file: 'b', failure: 'crashed' }]);
});
