import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createEngineProcess, engineCost, type EngineProcess } from './engine-process.js';

const answer = z.object({
  ...engineCost,
  lines: z.array(z.string()),
  isCard: z.boolean().optional(),
});
type Answer = z.infer<typeof answer>;

let engine: EngineProcess<Answer>;

afterEach(() => {
  engine.stop();
});

/** An engine that answers by the name of the picture. */
const SCRIPT = `
  console.log('a library says hello');
  console.log('{"ready":true}');
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, path, isCard } = JSON.parse(line);
    if (path === 'crash') { console.error('out of memory'); process.exit(3); }
    if (path === 'silence') return;
    if (path === 'broken') console.log(JSON.stringify({ id, error: 'not a picture' }));
    else console.log(JSON.stringify({ id, ms: 5, cpuMs: 6, peakRssMib: 7, lines: [], isCard }));
  });`;

function start(script: string): EngineProcess<Answer> {
  return createEngineProcess(
    { name: 'test', command: process.execPath, args: ['-e', script] },
    { answer, readTimeoutMs: 500 },
  );
}

it('answers picture by picture, whatever else the engine prints', async () => {
  engine = start(SCRIPT);
  expect(await engine.read('a')).toMatchObject({ id: 1, ms: 5, lines: [] });
  expect(await engine.read('b', { isCard: true })).toMatchObject({ id: 2, isCard: true });
  expect(await engine.read('broken')).toMatchObject({ failure: 'not a picture' });
});

it('reports a crash with its last words and goes on with the next picture', async () => {
  engine = start(SCRIPT);
  expect(await engine.read('crash')).toMatchObject({
    failure: expect.stringContaining('out of memory') as string,
  });
  expect(await engine.read('a')).toMatchObject({ ms: 5 });
});

it('does not wait for ever and goes on with the next picture', async () => {
  engine = start(SCRIPT);
  expect(await engine.read('silence')).toMatchObject({ failure: 'no answer in time' });
  expect(await engine.read('a')).toMatchObject({ ms: 5 });
});

it('says why an engine does not start', async () => {
  engine = start('throw new Error("no networks")');
  await expect(engine.read('a')).rejects.toThrow(/test did not start.*no networks/s);
});
