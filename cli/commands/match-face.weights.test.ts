import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';
import { addAssessLivenessCommand } from './assess-liveness.js';
import { addMatchFaceCommand } from './match-face.js';

describe('the face commands', () => {
  let folder = '';
  let out: string[] = [];
  let errors: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-faces-'));
    const weights = createWeightStore();
    const write = async (name: string, photo: 1 | 2, face: number) => {
      const jpeg = await cropSpecimenFace(weights, { photo, face, margin: 1 });
      await writeFile(join(folder, name), jpeg);
    };
    await write('one.jpg', 1, 2);
    await write('again.jpg', 2, 1);
    await write('other.jpg', 2, 0);
    await writeFile(join(folder, 'note.jpg'), 'no picture');
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    [out, errors] = [[], []];
    vi.spyOn(console, 'log').mockImplementation((line: string) => out.push(line));
    vi.spyOn(console, 'error').mockImplementation((line: string) => errors.push(line));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  async function run(...args: string[]): Promise<Record<string, unknown>[]> {
    const program = new Command().exitOverride();
    addMatchFaceCommand(program, process.env);
    addAssessLivenessCommand(program, process.env);
    await program.parseAsync(args, { from: 'user' });
    return out.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('answers two photographs with one line of JSON', async () => {
    const [a, b] = [join(folder, 'one.jpg'), join(folder, 'again.jpg')];
    const [line, ...rest] = await run('match-face', '--json', a, b);
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ a, b, match: true, reasonCode: null });
    expect(line!.faceMatchScore).toBeGreaterThan(0.5);
    expect(line!.timingsMs).toMatchObject({ total: expect.any(Number) as number });
  });

  it('matches a list of pairs, embeds a repeated photograph once and counts errors', async () => {
    const pairs = join(folder, 'pairs.csv');
    const rows = ['one.jpg,again.jpg,1', 'one.jpg,other.jpg,0', 'again.jpg,one.jpg,1'];
    await writeFile(pairs, ['a,b,same', ...rows, ''].join('\n'));
    const lines = await run('match-face', '--json', '--pairs', pairs);
    expect(lines.map(({ match }) => match)).toEqual([true, false, true]);
    expect(lines[2]!.timingsMs).toEqual({ total: 0, a: 0, b: 0 });
    expect(lines[2]!.faceMatchScore).toBe(lines[0]!.faceMatchScore);
    expect(errors).toEqual([expect.stringContaining('3 pairs: accuracy 100.00 %, 0 of 2 same')]);
  });

  it('names what it cannot read on one line, goes on and ends with 1', async () => {
    const [note, gone, one] = ['note.jpg', 'gone.jpg', 'one.jpg'].map((name) => join(folder, name));
    const lines = await run('assess-liveness', '--json', note!, gone!, one!);
    expect(lines).toEqual([expect.objectContaining({ file: one, live: true })]);
    expect(errors).toEqual([
      `kenali: ${note!}: not a JPEG, PNG or WebP image`,
      `kenali: ${gone!}: there is no such file`,
    ]);
    expect(process.exitCode).toBe(1);
  });

  it('draws two photographs into a file that only its owner may read', async () => {
    const target = join(folder, 'drawn.png');
    const [a, b] = [join(folder, 'one.jpg'), join(folder, 'other.jpg')];
    await run('match-face', '--json', '--annotate', target, a, b);
    expect((await stat(target)).mode & 0o777).toBe(0o600);
    const drawn = await readFile(target);
    expect(drawn.subarray(1, 4).toString()).toBe('PNG');
    expect(drawn.length).toBeGreaterThan(50_000);
  });

  it('draws no list, and not over a photograph', async () => {
    const [a, b] = [join(folder, 'one.jpg'), join(folder, 'copy.png')];
    const list = ['match-face', '--pairs', 'pairs.csv', '--annotate', 'out.png'];
    await expect(run(...list)).rejects.toThrow(/not a list/);
    await expect(run('match-face', '--annotate', b, a, b)).rejects.toThrow(/must not overwrite/);
    const otherwise = `${folder}/./copy.png`;
    await expect(run('match-face', '--annotate', otherwise, a, b)).rejects.toThrow(
      /must not overwrite/,
    );
  });

  it('draws a burst over none of its frames', async () => {
    const [still, frame] = [join(folder, 'one.jpg'), join(folder, 'frame.png')];
    const burst = ['assess-liveness', '--burst', '--annotate', frame, still, frame];
    await expect(run(...burst)).rejects.toThrow(/must not overwrite/);
  });

  it('refuses a list without the right columns, naming it', async () => {
    const wrong = join(folder, 'wrong.csv');
    await writeFile(wrong, 'left,right\n1,2\n');
    await expect(run('match-face', '--pairs', wrong)).rejects.toThrow(/wrong\.csv: it needs the/);
  });

  it('refuses one photograph alone', async () => {
    await expect(run('match-face', 'one.jpg')).rejects.toThrow(/two photographs or --pairs/);
  });
});
