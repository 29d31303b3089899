import { z } from 'zod';

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

const cost = {
  id: z.number(),
  /** From the encoded bytes in memory to the answer. */
  ms: z.number(),
  cpuMs: z.number(),
  peakRssMib: z.number(),
};

export const engineMessage = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ ...cost, lines: z.array(peerLine) }),
  z.object({ ...cost, reading: ktpReading }),
  z.object({ id: z.number(), error: z.string() }),
]);
export type EngineMessage = z.infer<typeof engineMessage>;
export type EngineAnswer = Exclude<EngineMessage, { ready: true } | { error: string }>;

/** The message in a line of output; `null` for what an engine's library prints beside it. */
export function parseMessage(line: string): EngineMessage | null {
  try {
    return engineMessage.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
