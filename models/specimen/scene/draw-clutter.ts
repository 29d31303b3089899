import type { CardFont } from '../card/card-font.js';
import type { SpecimenRandom } from '../specimen-random.js';

const WORDS =
  'NOTA TOTAL RP 25.000 TANGGAL NO 0812 Kepada Yth. Bapak Ibu Rapat Senin jadwal harga jumlah catatan alamat nama BARANG KEMBALI Lampiran perihal undangan'.split(
    ' ',
  );

/** Papers with print, a keyboard, plastic cards, pens and coins beside and below the card. */
export function drawClutter(
  frame: { readonly width: number; readonly height: number },
  { random, font }: { readonly random: SpecimenRandom; readonly font: CardFont },
): string {
  const things = Array.from({ length: random.integer(6, 14) }, () => {
    const x = random.between(-0.05, 1.05) * frame.width;
    const y = random.between(-0.05, 1.05) * frame.height;
    const draw = random.pick([drawPaper, drawPaper, drawPlastic, drawPen, drawCoin, drawKeys]);
    const turn = random.between(-90, 90).toFixed(1);
    return `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turn})">${draw(random, font)}</g>`;
  });
  return things.join('');
}

function drawPaper(random: SpecimenRandom, { drawText }: CardFont): string {
  const width = random.between(260, 700);
  const rows = random.integer(5, 16);
  const size = random.between(15, 30);
  const text = Array.from({ length: rows }, (_, row) =>
    drawText({
      text: Array.from({ length: random.integer(2, 6) }, () => random.pick(WORDS)).join(' '),
      x: 24,
      centreY: 40 + row * size * 1.6,
      size,
      weight: 400,
      maxWidth: width - 40,
    }),
  );
  const height = 80 + rows * size * 1.6;
  return `<rect width="${width.toFixed(0)}" height="${height.toFixed(0)}" fill="${random.pick(['#f4f2ec', '#fbfbfa', '#efe6c8', '#e4ecf2'])}" stroke="#000" stroke-opacity="0.25"/><g fill="#333">${text.join('')}</g>`;
}

function drawPlastic(random: SpecimenRandom, { drawText }: CardFont): string {
  const fill = random.pick(['#1f4e9c', '#b8860b', '#0f7b5f', '#8b1e3f', '#444', '#cfe4f5']);
  const label = drawText({ text: 'MEMBER 0000 1234', x: 40, centreY: 150, size: 34, weight: 600 });
  return `<rect width="428" height="270" rx="16" fill="${fill}"/><rect y="36" width="428" height="44" fill="#000" fill-opacity="0.4"/><g fill="#fff">${label}</g>`;
}

function drawPen(random: SpecimenRandom): string {
  return `<rect width="${random.between(380, 560).toFixed(0)}" height="${random.between(14, 26).toFixed(0)}" rx="9" fill="${random.pick(['#111', '#1540a8', '#c12', '#ddd'])}"/>`;
}

function drawCoin(random: SpecimenRandom): string {
  return `<circle r="${random.between(40, 70).toFixed(0)}" fill="${random.pick(['#c8b273', '#b9bcc0'])}" stroke="#000" stroke-opacity="0.35" stroke-width="5"/>`;
}

function drawKeys(random: SpecimenRandom): string {
  const keys: string[] = [];
  for (let key = 0; key < 40; key += 1) {
    const x = (key % 10) * 74;
    const y = Math.floor(key / 10) * 74;
    keys.push(`<rect x="${String(x)}" y="${String(y)}" width="66" height="66" rx="8"/>`);
  }
  return `<rect x="-20" y="-20" width="776" height="330" rx="14" fill="#2b2b2d"/><g fill="${random.pick(['#4a4b4e', '#e8e8e8'])}">${keys.join('')}</g>`;
}
