import sharp from 'sharp';

export interface SheetPicture {
  readonly name: string;
  readonly png: Buffer;
}

const WIDTH = 260;
const GAP = 12;
const LABEL = 22;
const COLUMNS = 8;

/** Pictures of one size beside each other, each under its name, as one PNG. */
export async function composeSheet(pictures: readonly SheetPicture[]): Promise<Buffer> {
  const small = await Promise.all(
    pictures.map(async ({ name, png }) => ({
      name,
      ...(await sharp(png).resize({ width: WIDTH }).png().toBuffer({ resolveWithObject: true })),
    })),
  );
  const height = Math.max(...small.map(({ info }) => info.height)) + LABEL;
  const rows = Math.ceil(small.length / COLUMNS);
  const sheet = sharp({
    create: {
      width: COLUMNS * (WIDTH + GAP) + GAP,
      height: rows * (height + GAP) + GAP,
      channels: 3,
      background: '#8a8a8a',
    },
  });
  const layers = small.flatMap(({ name, data }, index) => {
    const left = GAP + (index % COLUMNS) * (WIDTH + GAP);
    const top = GAP + Math.floor(index / COLUMNS) * (height + GAP);
    return [
      { input: Buffer.from(drawLabel(name)), left, top },
      { input: data, left, top: top + LABEL },
    ];
  });
  return await sheet.composite(layers).png().toBuffer();
}

function drawLabel(name: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH)}" height="${String(LABEL)}"><text x="2" y="16" font-family="sans-serif" font-size="14">${name}</text></svg>`;
}
