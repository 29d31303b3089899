export interface SingleFlight<T> {
  /**
   * Answers with a flight of this key that began after it was called: with its own, or with one that
   * another call has begun meanwhile. At most one flight of a key is under way.
   */
  run(key: string, begin: () => Promise<T>): Promise<T>;
}

/**
 * For what costs the same each time and has one outcome however often it is asked. A flight that is under
 * way already is waited for and not shared: it may not have seen what the caller did before.
 */
export function createSingleFlight<T>(): SingleFlight<T> {
  const underWay = new Map<string, Promise<T>>();
  return {
    async run(key, begin) {
      await underWay.get(key)?.catch(() => undefined);
      const shared = underWay.get(key);
      if (shared !== undefined) return shared;
      const own = begin().finally(() => underWay.delete(key));
      underWay.set(key, own);
      return own;
    },
  };
}
