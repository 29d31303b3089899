/** What a capture or reference image may be: see `MAX_CAPTURE_BYTES` for its size. */
export type ImageType = 'image/jpeg' | 'image/png';

const SIGNATURES: readonly (readonly [ImageType, readonly number[]])[] = [
  // Start of image, then the first byte of any marker (ITU T.81 §B.1.1).
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  // https://www.w3.org/TR/png-3/#5PNG-file-signature
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** By the first bytes; null when it is neither. */
export function recogniseImage(bytes: Uint8Array): ImageType | null {
  const found = SIGNATURES.find(([, signature]) =>
    signature.every((byte, index) => bytes[index] === byte),
  );
  return found?.[0] ?? null;
}
