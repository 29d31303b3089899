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
