import { beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../test/support/test-clock.js';
import { createBacklog } from './backlog.js';

const LIMIT = 10;
let inFlight: number;
let counts: number;
let clock: ReturnType<typeof createTestClock>;

beforeEach(() => {
  inFlight = 0;
  counts = 0;
  clock = createTestClock();
});

const create = () =>
  createBacklog({
    limit: LIMIT,
    now: clock.now,
    countInFlight: () => {
      counts += 1;
      return inFlight < 0 ? Promise.reject(new Error('away')) : Promise.resolve(inFlight);
    },
  });

describe('the backlog', () => {
  it.each([
    [LIMIT - 1, false],
    [LIMIT, true],
  ])('of %i attempts is full: %s', async (waiting, isFull) => {
    inFlight = waiting;
    expect(await create().isFull()).toBe(isFull);
  });

  it('lets confirms in for twice as long, then says when to come again', async () => {
    inFlight = 2 * LIMIT - 1;
    await create().refuseWhenOverfull();
    inFlight = 2 * LIMIT;
    await expect(create().refuseWhenOverfull()).rejects.toMatchObject({
      statusCode: 503,
      retryAfterSeconds: 15,
    });
  });

  it('is counted once a second however many ask', async () => {
    const backlog = create();
    await Promise.all(Array.from({ length: 50 }, () => backlog.isFull()));
    expect(counts).toBe(1);
    inFlight = LIMIT;
    clock.advance(1);
    expect(await backlog.isFull()).toBe(true);
    expect(counts).toBe(2);
  });

  it('is counted again by the next who asks when the count failed', async () => {
    const backlog = create();
    inFlight = -1;
    await expect(backlog.isFull()).rejects.toThrow('away');
    inFlight = 0;
    expect(await backlog.isFull()).toBe(false);
  });
});
