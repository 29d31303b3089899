/** A small grey picture: one byte a pixel, rows from the top. */
export interface GreyFrame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What a canvas answers, and anything of that shape. */
export interface RgbaPixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Luma by Rec. 601 in whole numbers, as the eye weighs the colours. */
export function toGrey({ width, height, data }: RgbaPixels): GreyFrame {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    grey[pixel] =
      (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
  }
  return { width, height, data: grey };
}

/** Rows become columns: what finds lines across finds lines down as well. */
export function transpose({ width, height, data }: GreyFrame): GreyFrame {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned[x * height + y] = data[y * width + x] ?? 0;
  }
  return { width: height, height: width, data: turned };
}

/** Half as wide and high; each pixel is the mean of four. */
export function halve({ width, height, data }: GreyFrame): GreyFrame {
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const halved = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < halfWidth; x += 1) {
      const at = 2 * (y * width + x);
      const upper = (data[at] ?? 0) + (data[at + 1] ?? 0);
      const lower = (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
      halved[y * halfWidth + x] = (upper + lower + 2) >> 2;
    }
  }
  return { width: halfWidth, height: halfHeight, data: halved };
}
