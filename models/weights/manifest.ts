import { z } from 'zod';
import manifestFile from '../manifest.json' with { type: 'json' };

const weightName = z.enum([
  'text-detector-tiny',
  'text-recogniser-tiny',
  'text-recogniser-tiny-characters',
  'text-detector-small',
  'text-recogniser-small',
  'text-recogniser-small-characters',
  'face-detector',
  'face-landmarks',
  'portrait-detector',
  'face-embedding-a',
  'face-embedding-b',
  'face-embedding-b-layers',
  'eye-openness',
  'liveness',
  'guidance-faces',
  'specimen-faces-1',
  'specimen-faces-2',
]);
export type WeightName = z.infer<typeof weightName>;

const sourcePackage = z.object({
  registry: z.enum(['npm', 'pypi']),
  package: z.string(),
  version: z.string(),
  /** npm: `sha512-<base64>` as npm prints it. PyPI: `sha256-<hex>` of the wheel. */
  integrity: z.string().regex(/^sha(512|256)-/),
  bytes: z.int().positive(),
});
export type SourcePackage = z.infer<typeof sourcePackage>;

const weight = z.object({
  name: weightName,
  /** Name in the cache folder. */
  file: z.string().regex(/^[a-z0-9.-]+$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  licence: z.string(),
  source: z.object({ package: z.string(), path: z.string() }),
  /** How the network is fed. */
  input: z.string(),
});
export type Weight = z.infer<typeof weight>;

const manifest = z.object({
  packages: z.record(z.string(), sourcePackage),
  weights: z.array(weight),
});
export type Manifest = z.infer<typeof manifest>;

/** The pinned files of `models/manifest.json`. */
export function readManifest(): Manifest {
  return manifest.parse(manifestFile);
}
