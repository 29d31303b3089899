import { beforeEach, describe, expect, it } from 'vitest';
import { keepAnswer } from './kept-answer.js';

const KEPT_MS = 1_000;

let nowMs: number;
let questions: { resolve: (answer: string) => void; reject: (error: Error) => void }[];
let read: () => Promise<string>;

beforeEach(() => {
  nowMs = 5_000;
  questions = [];
  read = keepAnswer({
    keptMs: KEPT_MS,
    now: () => nowMs,
    ask: () =>
      new Promise<string>((resolve, reject) => {
        questions.push({ resolve, reject });
      }),
  });
});

describe('a kept answer', () => {
  it('is shared by all who ask while it is under way, and after', async () => {
    const both = Promise.all([read(), read()]);
    questions[0]!.resolve('first');
    expect(await both).toEqual(['first', 'first']);
    nowMs += KEPT_MS - 1;
    expect(await read()).toBe('first');
    expect(questions).toHaveLength(1);
  });

  it('is asked for anew when its time is over, also where nothing has come', async () => {
    const late = read();
    nowMs += KEPT_MS;
    const next = read();
    questions[1]!.resolve('second');
    questions[0]!.resolve('first');
    expect(await Promise.all([late, next])).toEqual(['first', 'second']);
    expect(await read()).toBe('second');
  });

  it('is asked for anew by the next when the question failed', async () => {
    const failed = read();
    questions[0]!.reject(new Error('away'));
    await expect(failed).rejects.toThrow('away');
    const next = read();
    questions[1]!.resolve('back');
    expect(await next).toBe('back');
  });

  it('stays where an earlier question fails after it', async () => {
    const late = read();
    nowMs += KEPT_MS;
    const next = read();
    questions[0]!.reject(new Error('away'));
    await expect(late).rejects.toThrow('away');
    questions[1]!.resolve('second');
    expect(await Promise.all([next, read()])).toEqual(['second', 'second']);
  });
});
