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

/**
 * The layers of a lane run one after the other, the lanes side by side. Both take about as long: a lane that is
 * alone leaves half of two cores idle.
 */
const LANES: readonly (readonly Layer[])[] = [
  ['lint', 'types', 'unit', 'web', 'activity', 'e2e'],
  ['integration', 'workflow', 'replay'],
];

/** Lanes without a layer to run are left out. */
export function splitIntoLanes(layers: readonly Layer[]): readonly (readonly Layer[])[] {
  return LANES.map((lane) => lane.filter((layer) => layers.includes(layer))).filter(
    (lane) => lane.length > 0,
  );
}

/** Lets `npm test` install packages of the system. */
export const SYSTEM_PACKAGES_FLAG = '--system-packages';

export const TEST_USAGE = `npm test [-- LAYER …]   run all checks, or the given layers

Layers: ${LAYERS.join(', ')}.
${SYSTEM_PACKAGES_FLAG}   installs Debian's Chromium where there is none (root only; by itself with CI=true)`;

/** @throws Error naming a layer that does not exist */
export function parseTestArguments(args: readonly string[]): readonly Layer[] {
  const names = args.filter((argument) => argument !== SYSTEM_PACKAGES_FLAG);
  const unknown = names.find((argument) => !LAYERS.some((layer) => layer === argument));
  if (unknown !== undefined) throw new Error(`Unknown layer ${unknown}.\n\n${TEST_USAGE}`);
  return names.length === 0 ? LAYERS : LAYERS.filter((layer) => names.includes(layer));
}
