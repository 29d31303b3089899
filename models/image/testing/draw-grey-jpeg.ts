import sharp from 'sharp';

export interface TestPicture {
  readonly width: number;
  readonly height: number;
  /** Grey, 0 to 255. */
  readonly level: number;
  readonly isProgressive?: boolean;
}

/** A JPEG of one grey, for what goes by sizes and bytes. */
export async function drawGreyJpeg(picture: TestPicture): Promise<Uint8Array> {
  const { width, height, level, isProgressive = false } = picture;
  const background = { r: level, g: level, b: level };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg({ progressive: isProgressive })
    .toBuffer();
}
