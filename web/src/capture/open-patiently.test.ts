import { describe, expect, it } from 'vitest';
import { CameraError, type Camera, type CameraProblem } from './camera.js';
import { openPatiently } from './open-patiently.js';

const STREAM = {} as MediaStream;

/** A camera that fails with the problems in turn, then opens. */
function cameraThat(...problems: CameraProblem[]) {
  let tries = 0;
  const camera: Camera = {
    open() {
      const problem = problems[tries];
      tries += 1;
      return problem === undefined
        ? Promise.resolve(STREAM)
        : Promise.reject(new CameraError(problem));
    },
    stop: () => undefined,
    onDevicesChanged: () => () => undefined,
  };
  const waits: number[] = [];
  const open = (isWanted = () => true) =>
    openPatiently(camera, 'user', {
      isWanted,
      wait: (delayMs) => {
        waits.push(delayMs);
        return Promise.resolve();
      },
    });
  return { open, waits, countTries: () => tries };
}

describe('openPatiently', () => {
  it('waits longer each time for a camera that another page still holds', async () => {
    const { open, waits } = cameraThat('CameraBusy', 'CameraBusy');
    await expect(open()).resolves.toBe(STREAM);
    expect(waits).toEqual([300, 900]);
  });

  it('gives up after the fourth try', async () => {
    const { open, countTries } = cameraThat(...Array<CameraProblem>(9).fill('CameraBusy'));
    await expect(open()).rejects.toMatchObject({ problem: 'CameraBusy' });
    expect(countTries()).toBe(4);
  });

  it.each<CameraProblem>(['CameraDenied', 'CameraNotFound', 'Unsupported'])(
    'does not ask again after %s',
    async (problem) => {
      const { open, countTries } = cameraThat(problem);
      await expect(open()).rejects.toMatchObject({ problem });
      expect(countTries()).toBe(1);
    },
  );

  it('ends when nobody waits for it any more', async () => {
    const { open, countTries } = cameraThat('CameraBusy');
    await expect(open(() => false)).rejects.toMatchObject({ name: 'AbortError' });
    expect(countTries()).toBe(1);
  });
});
