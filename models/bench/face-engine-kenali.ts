import { FACE_MODELS } from '../face/face-embedder.js';
import { createFaceMatcher } from '../face/face-matcher.js';
import { collectSeldom } from '../image/collect-seldom.js';
import { decodeImage } from '../image/decode-image.js';
import { createWeightStore } from '../weights/weight-store.js';
import { answerPictures } from './engines/answer-pictures.js';

/*
 * Kenali's matcher as an engine of `bench:face`; the argument names the model. Decoding is timed. The heap is
 * the vision worker's.
 */
collectSeldom();
const [name] = process.argv.slice(2);
const model = FACE_MODELS.find((known) => known === name);
if (model === undefined) throw new Error(`Name a model: ${FACE_MODELS.join(', ')}.`);
const matcher = await createFaceMatcher(createWeightStore(), { model });
await answerPictures({
  read: async (bytes, { isCard }) => {
    const image = await decodeImage(bytes);
    return isCard ? await matcher.describePortrait(image) : await matcher.describe(image);
  },
  toAnswer: ({ face, isPortrait, reasonCode }) =>
    face === null
      ? { refusal: reasonCode }
      : {
          face: {
            a: face.a && [...face.a],
            b: face.b && [...face.b],
            strength: face.strength,
            isPortrait,
          },
          fault: reasonCode,
        },
});
