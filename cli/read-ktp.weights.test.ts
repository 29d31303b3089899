import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawSpecimen } from '../models/specimen/draw-specimen.js';
import { addReadKtpCommand } from './read-ktp.js';

describe('kenali read-ktp', () => {
  let folder = '';
  let card = '';
  let out: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-read-'));
    card = join(folder, 'card.jpg');
    const { jpeg } = await drawSpecimen({ seed: 7, condition: 'glare' });
    await writeFile(card, jpeg);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    out = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => out.push(line));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function run(...args: string[]): Promise<void> {
    const program = new Command().exitOverride();
    addReadKtpCommand(program);
    await program.parseAsync(['read-ktp', ...args], { from: 'user' });
  }

  it('draws what it saw beside its answer', async () => {
    const target = join(folder, 'seen.png');
    await run('--json', '--annotate', target, card);
    const [line = ''] = out;
    expect(JSON.parse(line)).toMatchObject({
      isKtp: true,
      verdict: 'RETRY',
      reasonCode: 'KTP_GLARE',
      fields: { province: { reason: expect.any(String) as string } },
      crossChecks: { nikForm: 'PASS' },
    });
    const png = await readFile(target);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // The photograph is shown 2000 px wide, the panel stands beside it.
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(2500);
    expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(1500);
    expect((await stat(target)).mode & 0o777).toBe(0o600);
  });

  it('tells people of the faults and of the checks that ask for a look', async () => {
    await run(card);
    expect(out.join('\n')).toMatch(/KTP, KTP_GLARE .*\n {2}nik .*\n.* {2}fault glare: \d/s);
    expect(out.join('\n')).not.toContain('PASS');
  });

  it('refuses one annotation for several images before it reads any', async () => {
    await expect(run('--annotate', join(folder, 'none.png'), card, card + '2')).rejects.toThrow(
      /folder that exists/,
    );
    expect(out).toEqual([]);
    expect(await readdir(folder)).not.toContain('none.png');
  });
});
