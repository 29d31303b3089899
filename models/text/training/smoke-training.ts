import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runTraining } from '../../environments/run-training.js';

const HERE = new URL('.', import.meta.url);
const TRAIN_CARDS = 40;
const TUNE_CARDS = 3;
/** Where the tune split's seeds for lines begin, see README.md. */
const TUNE_FIRST = 900_000;
/** Stopped and gone on with, as a long training may be. */
const MINUTES = ['3', '6'] as const;
const MINUTES_FROM_START = '0.2';
/** A network that has learned nothing has all characters wrong. */
const MOST_ERROR = 0.5;
const MOST_BYTES = 3 * 1024 * 1024;

const modelCard = z.object({ characterError: z.number(), linesSeen: z.number() });

/**
 * Whether lines can be drawn, a network be trained on them, stopped and gone on with, be written as a file
 * that reads, and be trained on from the file of floats: ten minutes on two cores, and nothing is kept. Says so, or
 * what is wrong.
 *
 * @returns the exit code
 */
export async function runSmokeTraining(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'kenali-smoke-'));
  const [lines, run, out] = ['lines', 'run', 'out'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    await train(['test']);
    await drawLines('train', TRAIN_CARDS, 0, lines);
    await drawLines('tune', TUNE_CARDS, TUNE_FIRST, lines);
    for (const minutes of MINUTES) {
      await train(['train', '--lines', lines, '--out', run, '--minutes', minutes]);
    }
    const checkpoint = join(run, 'checkpoint.pt');
    await train(['export', '--checkpoint', checkpoint, '--lines', lines, '--out', out]);
    await stat(join(run, 'curve.svg'));
    const floats = join(out, 'card-recogniser-float.onnx');
    const onward = ['--start', floats, '--out', join(folder, 'onward')];
    await train(['train', '--lines', lines, ...onward, '--minutes', MINUTES_FROM_START]);
    const { size } = await stat(join(out, 'card-recogniser.onnx'));
    const { size: floatSize } = await stat(floats);
    const card = modelCard.parse(
      JSON.parse(await readFile(join(out, 'card-recogniser.json'), 'utf8')),
    );
    const { characterError, linesSeen } = card;
    const isGood = characterError <= MOST_ERROR && Math.max(size, floatSize) <= MOST_BYTES;
    const found = `${(100 * characterError).toFixed(1)} % of the characters wrong after ${String(linesSeen)} lines, ${String(size)} and ${String(floatSize)} bytes`;
    process.stdout.write(
      `${isGood ? 'The training works' : 'The training does not work'}: ${found}.\n`,
    );
    return isGood ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function drawLines(split: string, count: number, first: number, out: string): Promise<void> {
  const script = fileURLToPath(new URL('../../specimen/generate-lines.ts', HERE));
  const told = ['--split', split, '--count', String(count), '--first', String(first), '--out', out];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...told], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The lines could not be drawn.');
}

async function train(args: readonly string[]): Promise<void> {
  const code = await runTraining(HERE, args);
  if (code !== 0) throw new Error(`"${args[0] ?? ''}" ended with ${String(code)}.`);
}
