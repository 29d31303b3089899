import type { KtpReader } from '../../ktp/ktp-reader.js';
import { toGreyImage } from '../../image/grey-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import { cropGreyLine } from '../crop-line.js';
import type { LinePicture } from '../line-picture.js';
import { CARD_LINE_HEIGHT, widenCardLine } from '../recognise-card-line.js';
import type { TextRecogniser } from '../text-recogniser.js';
import { agreeOnText } from './agree-on-text.js';
import type { TrainingLine } from './write-lines.js';

export interface Labelling {
  /** Reads by our recogniser alone. */
  readonly reader: KtpReader;
  readonly general: TextRecogniser;
  readonly glyphs: ReadonlySet<string>;
}

/** Of boxes by that of the capitals in them, the middle of 80 pictures of the tune split. */
const BOX_HEIGHT = 1.88;

/** Lines of a photograph of a card to learn from; none of a picture that shows no card. */
export async function labelPhotograph(
  image: RasterImage,
  { reader, general, glyphs }: Labelling,
): Promise<TrainingLine[]> {
  const { isKtp, lines } = await reader.read(image);
  if (!isKtp) return [];
  const picture: LinePicture = { ...image, grey: toGreyImage(image) };
  const boxes = lines.map(({ box }) => box);
  const readings = await general.recognise(picture, boxes);
  return lines.flatMap(({ box, reading }, at): TrainingLine[] => {
    const other = readings[at];
    const text = other === undefined ? null : agreeOnText(reading, other, glyphs);
    if (text === null) return [];
    const { width, levels } = cropGreyLine(picture.grey, widenCardLine(box), CARD_LINE_HEIGHT);
    return [{ text, width, levels, capPx: box.height / BOX_HEIGHT }];
  });
}
