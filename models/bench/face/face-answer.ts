import { z } from 'zod';
import { engineCost } from '../engines/engine-process.js';

const numbers = z.array(z.number());

/** What an engine says of the face in one photograph, see `engine-process.ts`. */
export const faceAnswer = z.union([
  /** Kenali's own: the embeddings of the model in use, compared as the product does. */
  z.object({
    ...engineCost,
    face: z.object({
      a: numbers.nullable(),
      b: numbers.nullable(),
      strength: z.number().nullable(),
      isPortrait: z.boolean(),
    }),
    /** Why the product would ask for the photograph again, though it can be compared. */
    fault: z.string().nullable(),
  }),
  /** Of a peer: numbers that lie the closer together the more alike the faces are. */
  z.object({ ...engineCost, vector: numbers }),
  /** Nobody that the engine would compare. */
  z.object({ ...engineCost, refusal: z.string() }),
]);
export type FaceAnswer = z.infer<typeof faceAnswer>;
