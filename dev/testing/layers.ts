/** The layers of `npm test`, in the order they run. */
export const LAYERS = [
  'lint',
  'types',
  'unit',
  'web',
  'activity',
  'workflow',
  'replay',
  'integration',
  'e2e',
] as const;
export type Layer = (typeof LAYERS)[number];

export const TEST_USAGE = `npm test [-- LAYER …]   run all checks, or the given layers

Layers: ${LAYERS.join(', ')}.`;

/** @throws Error naming a layer that does not exist */
export function parseTestArguments(args: readonly string[]): readonly Layer[] {
  const unknown = args.find((argument) => !LAYERS.some((layer) => layer === argument));
  if (unknown !== undefined) throw new Error(`Unknown layer ${unknown}.\n\n${TEST_USAGE}`);
  return args.length === 0 ? LAYERS : LAYERS.filter((layer) => args.includes(layer));
}
