/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Bytes in the form of a JPEG, of random length and content: segments with markers of other
 * pictures inside, fill bytes, one scan or several, stuffed and restart bytes. No decoder would
 * show anything; what goes by markers takes it for a whole picture.
 */
export function drawTinyJpeg(chance: () => number): Uint8Array {
  const bytes = [0xff, 0xd8];
  const count = (most: number) => Math.floor(chance() * (most + 1));
  const noise = (length: number) => Array.from({ length }, () => count(255));
  const segment = (marker: number, content: readonly number[]) => {
    bytes.push(...Array.from({ length: count(2) }, () => 0xff));
    const length = content.length + 2;
    bytes.push(0xff, marker, length >> 8, length & 0xff, ...content);
  };
  // A thumbnail: a whole picture inside a segment.
  segment(0xe1, [...noise(count(20)), 0xff, 0xd8, 0xff, 0xd9, ...noise(count(20))]);
  for (let table = count(3); table > 0; table -= 1) segment(0xdb, noise(count(40)));
  for (let scan = 1 + count(2); scan > 0; scan -= 1) {
    segment(0xda, noise(6));
    for (let block = count(30); block > 0; block -= 1) {
      bytes.push(count(254), 0xff, chance() < 0.5 ? 0x00 : 0xd0 + count(7));
    }
  }
  bytes.push(0xff, 0xd9);
  return Uint8Array.from(bytes);
}
