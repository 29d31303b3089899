import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { addReadKtpCommand } from './read-ktp.js';
import { useCommandFolder } from '../testing/use-command-folder.js';

describe('kenali read-ktp', () => {
  const { at, out } = useCommandFolder('kenali-read-', async (path) => {
    const { jpeg } = await drawSpecimen({ seed: 7, condition: 'glare' });
    await writeFile(path('card.jpg'), jpeg);
  });
  const card = () => at('card.jpg');

  async function run(...args: string[]): Promise<void> {
    const program = new Command().exitOverride();
    addReadKtpCommand(program);
    await program.parseAsync(['read-ktp', ...args], { from: 'user' });
  }

  it('draws what it saw beside its answer', async () => {
    const target = at('seen.png');
    await run('--json', '--annotate', target, card());
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
    await run(card());
    expect(out.join('\n')).toMatch(/KTP, KTP_GLARE .*\n {2}nik .*\n.* {2}fault glare: \d/s);
    expect(out.join('\n')).not.toContain('PASS');
  });

  it('refuses one annotation for several images before it reads any', async () => {
    await expect(run('--annotate', at('none.png'), card(), `${card()}2`)).rejects.toThrow(
      /folder that exists/,
    );
    expect(out).toEqual([]);
    expect(await readdir(at('.'))).not.toContain('none.png');
  });
});
