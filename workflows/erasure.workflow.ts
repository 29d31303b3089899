import { ActivityFailure, isCancellation, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { ErasureKey } from '../contract/erasure.js';
import { callbackPatience, erasing } from './activity-proxies.js';

/** What may still store an answer when its callback has been given up. */
const GIVEN_UP_MS = 60_000;

/**
 * Erases a submission and proves it. Its end and its callback come first, with nothing but the
 * partner's ids in it; those and the histories go last, when no upload address is good any more.
 * Every step may be repeated, so an erasure that was stopped anywhere goes on, or begins anew.
 */
export async function erasure(key: ErasureKey): Promise<void> {
  setCurrentDetails('ends');
  const { quietAt } = await erasing.endSubmission(key);
  setCurrentDetails('erases');
  await erasing.eraseContent(key);
  if (key.scope === 'ALL') await waitForCallbacks(key);
  setCurrentDetails(`waits until ${quietAt}`);
  const remainingMs = Date.parse(quietAt) - Date.now();
  if (remainingMs > 0) await sleep(remainingMs);
  setCurrentDetails('looks again');
  await erasing.proveErasure(key);
  setCurrentDetails('proven');
}

/** The partner is to hear of the end, but not at the price of what waits to be erased. */
async function waitForCallbacks(key: ErasureKey): Promise<void> {
  try {
    await callbackPatience.awaitCallbacks(key);
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    await erasing.endCallbacks(key);
    await sleep(GIVEN_UP_MS);
  }
}
