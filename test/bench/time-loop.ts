/** Milliseconds of a fixed piece of arithmetic, to see how fast a thread is. Runs in the browser. */
export function timeLoop(): number {
  const started = performance.now();
  let value = 1;
  for (let step = 0; step < 60_000_000; step += 1) value = (value * 16_807) % 2_147_483_647;
  return performance.now() - started + value * 0;
}
