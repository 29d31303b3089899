import { readFile, stat, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';
import { addAssessChallengeCommand } from './assess-challenge.js';
import { useCommandFolder } from '../testing/use-command-folder.js';

describe('kenali assess-challenge', () => {
  const { at, out } = useCommandFolder('kenali-challenge-', async (path) => {
    const jpeg = await cropSpecimenFace(createWeightStore(), { photo: 1, face: 2, margin: 1 });
    for (const name of ['still.jpg', 'one.jpg', 'two.jpg']) await writeFile(path(name), jpeg);
  });

  const run = async (...args: string[]) => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    addAssessChallengeCommand(program, process.env);
    const pictures = ['still.jpg', 'one.jpg', 'two.jpg'].map(at);
    await program.parseAsync(['assess-challenge', '--action', 'NOD', ...args, ...pictures], {
      from: 'user',
    });
  };

  it('draws the pictures that it judged, for their owner alone', async () => {
    await run('--annotate', at('drawn.png'));
    expect((await stat(at('drawn.png'))).mode & 0o777).toBe(0o600);
    expect((await readFile(at('drawn.png'))).subarray(1, 4).toString()).toBe('PNG');
    expect(out.join('\n')).toContain('not answered');
    expect(out.join('\n')).toContain('sign: frozen-frames');
  });

  it('draws over no frame', async () => {
    await writeFile(at('frame.png'), 'a frame');
    await expect(run('--annotate', at('frame.png'), at('frame.png'))).rejects.toThrow(
      /must not overwrite/,
    );
  });

  it.each(['120ms', '0', '-5', 'NaN', '1e9', ''])('takes no spacing of %j', async (spacing) => {
    await expect(run('--spacing', spacing)).rejects.toThrow(/whole number of milliseconds/);
  });

  it('answers in one line of JSON, without the points of the faces', async () => {
    await run('--json');
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0]!)).toMatchObject({ isAnswered: false });
    expect(out[0]).not.toContain('landmarks');
  });
});
