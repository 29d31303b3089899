import { describe, expect, it } from 'vitest';
import { runTogether } from './run-together.js';

const never = new AbortController().signal;

/** Ends only when aborted, and notes it. */
function endless(ended: string[]) {
  return (signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        ended.push('aborted');
        reject(new Error('aborted'));
      });
    });
}

describe('runTogether', () => {
  it('gives the results in the order of the tasks', async () => {
    const tasks = [() => Promise.resolve('a'), () => Promise.resolve(2)] as const;
    await expect(runTogether<[string, number]>(never, tasks)).resolves.toEqual(['a', 2]);
  });

  it('aborts the others when one fails, waits for them and throws the first failure', async () => {
    const ended: string[] = [];
    const failing = () => Promise.reject(new Error('no Go'));
    const running = runTogether<[never, never]>(never, [endless(ended), failing]);
    await expect(running).rejects.toThrow('no Go');
    expect(ended).toEqual(['aborted']);
  });

  it('throws the reason when aborted from outside', async () => {
    const stop = new AbortController();
    const running = runTogether<[never]>(stop.signal, [
      (signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    ]);
    stop.abort(new Error('Ctrl-C'));
    await expect(running).rejects.toThrow('Ctrl-C');
  });
});
