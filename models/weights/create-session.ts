import { InferenceSession } from 'onnxruntime-node';
import type { WeightName } from './manifest.js';
import type { WeightStore } from './weight-store.js';

export interface SessionOptions {
  /** Threads inside one operator; default 2, as the figures in `models/` were measured. */
  readonly threads?: number;
}

/**
 * Loads one network from its verified bytes. Create each session once per process: loading takes
 * longer than a run, and both block the event loop.
 *
 * @throws WeightError
 */
export async function createSession(
  weights: WeightStore,
  name: WeightName,
  options?: SessionOptions,
): Promise<InferenceSession> {
  return await openSession(await weights.read(name), options);
}

/** Loads one network from bytes that were verified before. */
export async function openSession(
  network: Uint8Array,
  { threads = 2 }: SessionOptions = {},
): Promise<InferenceSession> {
  return await InferenceSession.create(network, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    /*
     * Else the second thread goes on spinning after a run, and takes its core from the pixels that are
     * prepared for the next network. Without it a match of two photographs takes 60 ms instead of 108,
     * five pictures of a face 153 instead of 323 (p50 on two cores, 2026-11-22).
     */
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    // The runtime's notes about constant folding are of no use to an operator.
    logSeverityLevel: 3,
  });
}
