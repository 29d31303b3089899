import { expect, it } from 'vitest';
import { StoreError } from '../db/store-error.js';
import { tryEach } from './try-each.js';

const NUMBERS = [1, 2, 3];

/** Tries some numbers, the first of which fails; tells which were tried and which failed. */
async function tryNumbers(error: Error) {
  const [tried, failed]: number[][] = [[], []];
  const run = tryEach(
    NUMBERS,
    (number) => {
      tried!.push(number);
      return number === 1 ? Promise.reject(error) : Promise.resolve();
    },
    (number) => failed!.push(number),
  );
  const thrown: unknown = await run.then(
    () => null,
    (caught: unknown) => caught,
  );
  return { tried, failed, thrown };
}

it('what one fails with keeps none of the others from its turn', async () => {
  const { tried, failed, thrown } = await tryNumbers(new Error('unreadable'));
  expect({ tried, failed, thrown }).toEqual({ tried: NUMBERS, failed: [1], thrown: null });
});

it('a service that is away ends it at once, as no fault of the one that it was asked about', async () => {
  const away = new StoreError('finding', 'ECONNREFUSED', null);
  const { tried, failed, thrown } = await tryNumbers(away);
  expect({ tried, failed, thrown }).toEqual({ tried: [1], failed: [], thrown: away });
});
