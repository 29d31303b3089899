import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { UndecodableImageError } from '../image/undecodable-image-error.js';
import { PORTRAIT } from './card/card-layout.js';
import { drawSpecimen } from './draw-specimen.js';

/** Mean red, green and blue of the lower middle of the portrait, or of its upper left corner. */
async function portraitColour(jpeg: Uint8Array, place: 'chest' | 'backdrop') {
  const left = PORTRAIT.left + (place === 'chest' ? PORTRAIT.width / 2 : 8);
  const top = PORTRAIT.top + (place === 'chest' ? PORTRAIT.height - 40 : 8);
  const spot = await sharp(jpeg).extract({ left, top, width: 20, height: 20 }).toBuffer();
  const [red = 0, green = 0, blue = 0] = (await sharp(spot).stats()).channels.map(
    ({ mean }) => mean,
  );
  return { red, green, blue };
}

describe('drawSpecimen', () => {
  it('draws the same bytes for the same seed and others for another', async () => {
    const [first, again, other] = await Promise.all([
      drawSpecimen({ seed: 21 }),
      drawSpecimen({ seed: 21 }),
      drawSpecimen({ seed: 22 }),
    ]);
    expect(Buffer.from(first.jpeg).equals(again.jpeg)).toBe(true);
    expect(Buffer.from(first.jpeg).equals(other.jpeg)).toBe(false);
    expect(first.truth).not.toEqual(other.truth);
  }, 20_000);

  it('shows the same person in another condition', async () => {
    const flat = await drawSpecimen({ seed: 21 });
    const photo = await drawSpecimen({ seed: 21, condition: 'photo' });
    expect(photo).toMatchObject({ truth: flat.truth, seed: 21, condition: 'photo' });
    expect(Buffer.from(photo.jpeg).equals(flat.jpeg)).toBe(false);
  }, 20_000);

  it('draws a silhouette before red or blue by the year of birth', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { jpeg, truth } = await drawSpecimen({ seed });
      const { red, blue } = await portraitColour(jpeg, 'backdrop');
      const isOdd = Number(truth.dateOfBirth!.slice(0, 4)) % 2 === 1;
      expect(red > blue).toBe(isOdd);
    }
  }, 20_000);

  it('fills the portrait with a given photograph', async () => {
    const green = { width: 400, height: 300, channels: 3, background: '#0a0' } as const;
    const portrait = await sharp({ create: green }).jpeg().toBuffer();
    const { jpeg } = await drawSpecimen({ seed: 1, portrait });
    for (const place of ['chest', 'backdrop'] as const) {
      const colour = await portraitColour(jpeg, place);
      expect(colour.green).toBeGreaterThan(150);
      expect(colour.red + colour.blue).toBeLessThan(60);
    }
  }, 20_000);

  it('refuses a portrait that is not an image', async () => {
    const portrait = new TextEncoder().encode('no image at all');
    await expect(drawSpecimen({ seed: 1, portrait })).rejects.toThrow(UndecodableImageError);
  }, 20_000);
});
