import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createSelfieLook } from '../bench/guidance/look-at-selfie.js';
import { decodeImage } from '../image/decode-image.js';
import { cropSpecimenFace } from '../specimen/specimen-faces.js';
import { createWeightStore } from '../weights/weight-store.js';
import { packFaceNetwork } from './pack-face-network.js';

const weights = createWeightStore();
const SHIPPED = new URL('../../web/src/faces/face-network.bin', import.meta.url);

describe('the network that the capture app finds faces with', () => {
  it('is the pinned one, packed', async () => {
    const packed = packFaceNetwork(await weights.read('guidance-faces'));
    expect(Buffer.compare(packed, await readFile(SHIPPED))).toBe(0);
  });

  it('refuses another network', async () => {
    const text = await weights.read('text-recogniser-tiny-characters');
    expect(() => packFaceNetwork(text)).toThrow(TypeError);
  });

  it.each([
    // By the service's landmarks turned by 26°, tilted by 27° and by 44°.
    [1, 0, 'FACE_TURNED'],
    [1, 1, 'FACE_TILTED'],
    [1, 2, 'FACE_TILTED'],
    [2, 0, null],
    [2, 1, null],
    [2, 2, null],
  ] as const)(
    'finds the head of photograph %i, place %i, and says %s of it',
    async (photo, face, fault) => {
      const look = await createSelfieLook();
      const jpeg = await cropSpecimenFace(weights, { photo, face, margin: 0.6 });
      const seen = look(await decodeImage(jpeg));
      // The service's own detector has framed the face, and left 0.6 of it on every side.
      expect(Math.abs((seen.faces[0]?.centreX ?? 0) - 0.5)).toBeLessThan(0.1);
      expect(seen.fault).toBe(fault);
    },
  );
});
