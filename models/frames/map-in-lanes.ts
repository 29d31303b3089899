const LANES = 2;

/**
 * The results in the order of the items, of which no more than two are worked on at a time. Networks
 * hold the thread that they are asked from, pictures are scaled beside it: two lanes let one picture be
 * made ready while a network looks at another.
 */
export async function mapInLanes<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // One iterator for all lanes: each takes the next item that is left.
  const left = items.entries();
  const work = async () => {
    for (const [index, item] of left) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return results;
}
