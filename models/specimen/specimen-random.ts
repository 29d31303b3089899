/** Draws that depend on the seed alone. */
export interface SpecimenRandom {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  /** A real number from `low` up to, not including, `high`. */
  readonly between: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly isLucky: (probability: number) => boolean;
}

/**
 * A stream of draws. Streams of one seed are independent of each other, so that another condition
 * or another background never changes the person on the card.
 *
 * @param seed any whole number
 */
export function createRandom(seed: number, stream: string): SpecimenRandom {
  const fraction = createMulberry32(mixSeed(seed, stream));
  const integer = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    integer,
    between: (low, high) => low + fraction() * (high - low),
    isLucky: (probability) => fraction() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
  };
}

/** FNV-1a over the seed's digits and the stream's name. */
function mixSeed(seed: number, stream: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${String(seed)}/${stream}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash;
}

/** Mulberry32, a public-domain generator of 32 bits of state. */
function createMulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
