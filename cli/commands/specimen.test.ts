import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addSpecimenCommand } from './specimen.js';

describe('kenali specimen', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-specimen-'));
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs the command as the shell would; resolves to what it wrote, and how it ended. */
  async function run(...args: string[]) {
    const out: string[] = [];
    const errors: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => out.push(line));
    const program = new Command().exitOverride().configureOutput({
      writeErr: (text) => errors.push(text),
    });
    addSpecimenCommand(program);
    for (const command of program.commands) command.copyInheritedSettings(program);
    const failure = await program
      .parseAsync(['specimen', ...args], { from: 'user' })
      .then(() => null)
      .catch((error: unknown) => error as { exitCode: number });
    return { out, errors: errors.join(''), exitCode: failure?.exitCode ?? 0 };
  }

  it('writes the picture, the truth beside it and one line', async () => {
    const card = join(folder, 'card.jpg');
    const { out, exitCode } = await run('--out', card, '--seed', '12', '--condition', 'photo');
    expect(exitCode).toBe(0);
    expect(out).toEqual([`${card} and card.json: seed 12, photo`]);
    expect((await readFile(card)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const truth: unknown = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8'));
    expect(truth).toMatchObject({ file: 'card.jpg', seed: 12, condition: 'photo' });
    expect(truth).toHaveProperty('ktpDetails.nik', expect.stringMatching(/^\d{16}$/));
  }, 20_000);

  it.each([
    ['no --out', [], /--out <card.jpg>' not specified/],
    ['a name that is no JPEG', ['--out', 'card.png'], /must end in \.jpg/],
    ['a seed that is no number', ['--out', 'card.jpg', '--seed', 'x1'], /whole number/],
    ['an unknown condition', ['--out', 'card.jpg', '--condition', 'wet'], /Allowed choices are/],
  ])('answers %s with one line and a failure', async (_case, args, message) => {
    const { errors, exitCode } = await run(...args);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(message);
    expect(errors.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['is missing', null, /cannot be read or written \(ENOENT\)/],
    ['is no image', 'words', /cannot be used: not a JPEG/],
  ])(
    'answers a portrait that %s with one line and writes nothing',
    async (_case, text, message) => {
      const portrait = join(folder, 'face.jpg');
      if (text !== null) await writeFile(portrait, text);
      const { errors, exitCode } = await run(
        ...['--out', join(folder, 'card.jpg'), '--portrait', portrait],
      );
      expect(exitCode).toBe(1);
      expect(errors).toMatch(message);
      expect(errors.trim().split('\n')).toHaveLength(1);
      expect((await readdir(folder)).filter((file) => file !== 'face.jpg')).toEqual([]);
    },
    20_000,
  );
});
