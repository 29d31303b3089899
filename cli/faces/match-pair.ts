import type { FaceDescription } from '../../models/face/describe-face.js';
import type { FaceMatch, FaceMatcher } from '../../models/face/face-matcher.js';
import { readImageFile } from '../input/read-image-file.js';
import type { FacePair } from './read-pairs.js';

export type PairMatch = FaceMatch & {
  /** With the pictures only where each occurs for the first time. */
  readonly described: { readonly a: FaceDescription; readonly b: FaceDescription };
};

interface TimedDescription {
  readonly description: FaceDescription;
  readonly ms: number;
}

/** Pictures of a long list would fill the memory. */
const FORGOTTEN: FaceDescription['seen'] = {
  image: { width: 1, height: 1, data: new Uint8Array(3) },
  located: null,
  others: [],
};

/**
 * Matches pairs of files. A photograph that occurs in several pairs is decoded and embedded once;
 * its time counts in the first of them.
 */
export function createPairMatcher(matcher: FaceMatcher, { isCard }: { readonly isCard: boolean }) {
  const described = new Map<string, FaceDescription>();

  async function describe(path: string, asCard: boolean): Promise<TimedDescription> {
    const key = `${asCard ? 'card' : 'face'} ${path}`;
    const known = described.get(key);
    if (known !== undefined) return { description: known, ms: 0 };
    const start = performance.now();
    const image = await readImageFile(path);
    const description = await (asCard ? matcher.describePortrait(image) : matcher.describe(image));
    described.set(key, { ...description, seen: FORGOTTEN });
    return { description, ms: performance.now() - start };
  }

  return {
    /** @throws ImageFileError */
    async match({ pathA, pathB }: FacePair): Promise<PairMatch> {
      const a = await describe(pathA, isCard);
      const b = await describe(pathB, false);
      const timingsMs = {
        total: Math.round(a.ms + b.ms),
        a: Math.round(a.ms),
        b: Math.round(b.ms),
      };
      const described = { a: a.description, b: b.description };
      return { ...matcher.compare(described.a, described.b), timingsMs, described };
    },
  };
}
