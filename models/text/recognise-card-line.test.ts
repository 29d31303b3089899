import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { seedOf } from '../specimen/generate/seed-split.js';
import { drawLines } from '../specimen/lines/draw-lines.js';
import { loadAreaTable } from '../specimen/specimen-area.js';
import { openSession } from '../weights/create-session.js';
import { loadCardNetwork } from './card-network.js';
import { CARD_LINE_HEIGHT, createCardLineRecogniser } from './recognise-card-line.js';
import type { RecogniseLine } from './recognise-line.js';
import type { TrainingLine } from './training/write-lines.js';

/** The network to train on from, beside the one that reads. */
const FLOATS = new URL('card-recogniser/card-recogniser-float.onnx', import.meta.url);

let recognise: RecogniseLine;
let recogniseByFloats: RecogniseLine;
let lines: TrainingLine[];

/** A picture of one line alone. */
const read = async ({ width, levels }: TrainingLine, contrast = 1, by = recognise) => {
  const dimmed = levels.map((level) => 20 + level * contrast);
  const grey = { width, height: CARD_LINE_HEIGHT, levels: dimmed };
  const centre = { x: width / 2, y: CARD_LINE_HEIGHT / 2 };
  return await by(
    { width, height: CARD_LINE_HEIGHT, data: new Uint8Array(0), grey },
    { centre, width: width - 8, height: CARD_LINE_HEIGHT, angle: 0 },
  );
};

beforeAll(async () => {
  const { network, classes } = await loadCardNetwork();
  const open = async (bytes: Uint8Array) =>
    createCardLineRecogniser(await openSession(bytes, { threads: 1 }), classes);
  recognise = await open(network);
  recogniseByFloats = await open(await readFile(FLOATS));
  const drawn = await drawLines(seedOf('test', 900_001), await loadAreaTable());
  lines = drawn.filter(({ capPx }) => capPx >= 9).slice(0, 60);
}, 60_000);

describe('the recogniser trained for the card', () => {
  it('reads lines of a card it was not trained on', async () => {
    const read60 = await Promise.all(lines.map(async (line) => (await read(line)).text));
    const right = read60.filter((text, index) => text === lines[index]?.text);
    expect(right.length).toBeGreaterThan(0.85 * lines.length);
  });

  it('reads what the same network reads by floats wherever it is sure', async () => {
    const pairs = await Promise.all(
      lines.map(
        async (line) => [await read(line), await read(line, 1, recogniseByFloats)] as const,
      ),
    );
    const sure = pairs.filter(([{ characters }]) =>
      characters.every(({ confidence }) => confidence >= 0.9),
    );
    expect(sure.length).toBeGreaterThan(0.8 * lines.length);
    expect(sure.map(([{ text }]) => text)).toEqual(sure.map(([, { text }]) => text));
  });

  it('does not mind the light', async () => {
    const [line] = lines.filter(({ text }) => text.length > 8);
    expect((await read(line!, 0.3)).text).toBe((await read(line!)).text);
  });

  it('says where the characters stand and how sure they are', async () => {
    const [line] = lines.filter(({ text }) => text.length > 8);
    const { characters } = await read(line!);
    const positions = characters.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(positions[0]).toBeLessThan(0.25);
    expect(positions.at(-1)).toBeGreaterThan(0.75);
    expect(Math.min(...characters.map(({ confidence }) => confidence))).toBeGreaterThan(0);
  });

  it('reads nothing on blank paper', async () => {
    const width = 200;
    const levels = new Uint8Array(width * CARD_LINE_HEIGHT).fill(180);
    expect((await read({ text: '', width, levels, capPx: 0 })).text).toBe('');
  });
});
