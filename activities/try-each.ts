import { isOutage } from './is-outage.js';

/**
 * One after the other, so that it weighs little on what sessions need. What one fails with keeps none of
 * the others from its turn; a service that is away is away for all of them, and ends it.
 *
 * @param onFailure is to tell of it: nothing else does
 */
export async function tryEach<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<void>,
  onFailure: (item: Item, error: unknown) => void,
): Promise<void> {
  for (const item of items) {
    try {
      await run(item);
    } catch (error) {
      if (isOutage(error)) throw error;
      onFailure(item, error);
    }
  }
}
