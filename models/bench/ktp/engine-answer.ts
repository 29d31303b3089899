import { z } from 'zod';
import { engineCost } from '../engines/engine-process.js';

/*
 * What a reading engine writes on its standard output, one JSON value a line. An engine is a process
 * of its own: `{"ready":true}` when its networks are loaded, then one answer to each
 * `{"id":1,"path":"…"}` on its standard input.
 */

const point = z.tuple([z.number(), z.number()]);

/** A line as a general OCR engine reads it: corners from the top left, clockwise. */
const peerLine = z.object({
  text: z.string(),
  confidence: z.number(),
  quad: z.tuple([point, point, point, point]),
});
export type PeerLine = z.infer<typeof peerLine>;

/** Kenali's own answer; more keys are allowed and not looked at. */
const ktpReading = z.object({
  isKtp: z.boolean(),
  ktpDetails: z.record(z.string(), z.string().nullable()),
  ktpConfidence: z.record(z.string(), z.number()),
  verdict: z.string(),
  reasonCode: z.string().nullable(),
  lines: z.array(z.string()).optional(),
});

export const ktpAnswer = z.union([
  z.object({ ...engineCost, lines: z.array(peerLine) }),
  z.object({ ...engineCost, reading: ktpReading }),
]);
export type EngineAnswer = z.infer<typeof ktpAnswer>;
