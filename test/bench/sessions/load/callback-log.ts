import { z } from 'zod';
import {
  startCallbackReceiver,
  type CallbackReceiver,
} from '../../../support/contract/callback-receiver.js';

/** The first callback of a submission. */
export interface FirstCallback {
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number;
  /** For instance `COMPLETED VALID`. */
  readonly told: string;
}

export interface CallbackLog {
  readonly url: string;
  /** By submission. */
  readonly read: () => ReadonlyMap<string, FirstCallback>;
  close(): Promise<void>;
}

const body = z.object({
  submissionId: z.string(),
  status: z.string(),
  result: z.string().nullable(),
  reasonCode: z.string().nullable(),
});

const NAME = 'bench';

/** A partner's endpoint that takes every callback at once. */
export async function startCallbackLog(): Promise<CallbackLog> {
  const receiver = await startCallbackReceiver();
  return { url: receiver.url(NAME), read: () => readAll(receiver), close: () => receiver.close() };
}

function readAll(receiver: CallbackReceiver): ReadonlyMap<string, FirstCallback> {
  const first = new Map<string, FirstCallback>();
  for (const { raw, receivedAt } of receiver.received(NAME)) {
    const { submissionId, status, result, reasonCode } = body.parse(JSON.parse(raw));
    const told = [status, result, reasonCode].filter((part) => part !== null).join(' ');
    const arrivedAt = performance.timeOrigin + receivedAt;
    if (!first.has(submissionId)) first.set(submissionId, { arrivedAt, told });
  }
  return first;
}
