import sharp from 'sharp';
import type {
  ChallengeAssessment,
  ChallengeInput,
  ChallengeView,
} from '../challenge/challenge-assessor.js';
import type { Point } from '../face/face-landmarks.js';
import type { RasterImage } from '../image/raster-image.js';
import { clampRegion, type Region } from '../image/region.js';
import { resizeRegion } from '../image/resize-region.js';
import { loadCardFont, type CardFont } from '../specimen/card/card-font.js';
import { drawPanel, measurePanel, PANEL_WIDTH } from './draw-panel.js';
import { drawSegment } from './draw-shape.js';
import { listChallengeRows } from './list-challenge-rows.js';
import { openSvg } from './open-svg.js';
import { PALETTE } from './palette.js';

/** Pictures side by side, the still first. */
const COLUMNS = 5;
/** Each is fitted into this, with a line of text below it, pixels. */
const TILE = { width: 240, height: 300 } as const;
const CAPTION = 34;
/** Length of a turn of 90°, as the arrow shows it. */
const ARROW = 160;
/** The tip of the nose among the 68 points. */
const NOSE = 30;
/** Height of what is shown, in heights of the still's face from the brows to the chin. */
const SURROUNDINGS = 2.6;

/**
 * Still and frames side by side with the points of the face, an arrow that shows how far it has turned or
 * nodded by relief, and the figure that the action is judged by; the verdict beside them. The result
 * shows the person.
 *
 * @returns PNG
 */
export async function annotateChallenge(
  { action, still, frames }: ChallengeInput,
  assessment: ChallengeAssessment,
): Promise<Uint8Array> {
  const images = [still, ...frames.map(({ image }) => image)];
  const rows = listChallengeRows(action, assessment);
  const lines = Math.ceil(images.length / COLUMNS);
  const left = TILE.width * COLUMNS;
  const height = Math.max(lines * (TILE.height + CAPTION), measurePanel(rows));
  const font = await loadCardFont();
  const shown = chooseWindow(still, assessment.evidence.views[0]?.landmarks ?? []);
  const tiles = await Promise.all(
    images.map(async (image, index) => {
      const view = assessment.evidence.views[index];
      const caption = view === undefined ? '' : describeView(action, view);
      return {
        input: Buffer.from(await drawTile(image, { view, caption, font, shown })),
        left: (index % COLUMNS) * TILE.width,
        top: Math.floor(index / COLUMNS) * (TILE.height + CAPTION),
      };
    }),
  );
  const size = { width: left + PANEL_WIDTH, height };
  const panel = openSvg(size, drawPanel(rows, { font, left, height }));
  return await sharp({
    create: { ...size, channels: 3, background: PALETTE.paper },
  })
    .composite([...tiles, { input: Buffer.from(panel), left: 0, top: 0 }])
    .png()
    .toBuffer();
}

/** When it was taken, and the figure that the action is judged by. */
export function describeView(action: ChallengeInput['action'], view: ChallengeView): string {
  const time = view.atMs === null ? 'still' : `${String(view.atMs)} ms`;
  if (view.yaw === null) return `${time}: no single face`;
  switch (action) {
    case 'TURN_LEFT':
    case 'TURN_RIGHT':
      return `${time}: turned ${formatSigned(view.turned)}`;
    case 'NOD':
      return `${time}: nodded ${formatSigned(view.nodded)}`;
    case 'BLINK':
      return `${time}: eyes ${formatShare(view.rightEye)} ${formatShare(view.leftEye)}`;
    case 'COME_CLOSER':
      return `${time}: size ${formatShare(view.growth)}`;
  }
}

/**
 * What is shown of every picture, in shares of its size: the surroundings of the still's face, so that
 * what moves is seen to move; all of it where the still has none.
 */
function chooseWindow({ width, height }: RasterImage, points: readonly Point[]): Region {
  if (points.length === 0) return { left: 0, top: 0, width: 1, height: 1 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const high = (bottom - top) * SURROUNDINGS;
  const wide = (high * TILE.width) / TILE.height;
  return {
    left: ((Math.min(...xs) + Math.max(...xs)) / 2 - wide / 2) / width,
    top: ((top + bottom) / 2 - high / 2) / height,
    width: wide / width,
    height: high / height,
  };
}

interface TileNotes {
  readonly shown: Region;
  readonly view: ChallengeView | undefined;
  readonly caption: string;
  readonly font: CardFont;
}

async function drawTile(
  image: RasterImage,
  { view, caption, font, shown }: TileNotes,
): Promise<Uint8Array> {
  const part = clampRegion(
    {
      left: shown.left * image.width,
      top: shown.top * image.height,
      width: shown.width * image.width,
      height: shown.height * image.height,
    },
    image,
  );
  const scale = Math.min(TILE.width / part.width, TILE.height / part.height);
  const points = (view?.landmarks ?? []).map(({ x, y }) => ({
    x: (x - part.left) * scale,
    y: (y - part.top) * scale,
  }));
  const nose = points[NOSE];
  const tip = nose && {
    x: nose.x + (view?.turned ?? 0) * ARROW,
    y: nose.y + (view?.nodded ?? 0) * ARROW,
  };
  const text = font.drawText({
    text: caption,
    size: 16,
    weight: 400,
    x: 8,
    centreY: TILE.height + CAPTION / 2,
    maxWidth: TILE.width - 16,
  });
  const drawing = [
    ...points.map(
      ({ x, y }) =>
        `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="1.4" fill="${PALETTE.outline}"/>`,
    ),
    nose && tip ? drawSegment(nose, tip, { colour: PALETTE.quality, width: 4 }) : '',
    `<g fill="${PALETTE.text}">${text}</g>`,
  ].join('');
  const size = { width: TILE.width, height: TILE.height + CAPTION };
  const picture = await resizeRegion(image, part, {
    width: Math.max(Math.floor(part.width * scale), 1),
    height: Math.max(Math.floor(part.height * scale), 1),
  });
  const raw = { width: picture.width, height: picture.height, channels: 3 } as const;
  return await sharp({ create: { ...size, channels: 3, background: PALETTE.paper } })
    .composite([
      { input: Buffer.from(picture.data), raw, left: 0, top: 0 },
      { input: Buffer.from(openSvg(size, drawing)), left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
}

function formatSigned(value: number | null): string {
  return value === null ? '–' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}

function formatShare(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
