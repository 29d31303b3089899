import type { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { referenceImageAddress } from '../../contract/schema/reference-image-address.js';
import type { ReferenceImageSource } from '../../db/reference-image-source-store.js';
import type { SubmissionSubject } from '../../db/submission-projection-store.js';
import { mergeHeaders } from '../outbound/merge-headers.js';
import type { OutboundAnswer, OutboundClient } from '../outbound/outbound-client.js';
import { failureOfSilence, failureOfStatus } from './unavailable.js';

/** Contract §9. */
export const REFERENCE_TIMEOUT_MS = 5_000;

const MAX_ANSWER_BYTES = 64 * 1024;

const errorAnswer = z.object({ errors: z.array(z.object({ code: z.string() })).min(1) });

/**
 * Words and short numbers, as codes are. A longer number may be a NIK, which no failure may hold.
 */
const SAFE_CODE = /^(?!.*\d{6})[A-Za-z0-9_.-]{1,40}$/;

export interface ImageQuestion {
  readonly source: ReferenceImageSource;
  readonly subject: SubmissionSubject;
  readonly privateNetworks: readonly string[];
}

/**
 * Asks the partner once where the person's image is.
 *
 * @throws ApplicationFailure of type `ReferenceImageUnavailable`
 */
export async function askForImageUrl(
  client: OutboundClient,
  { source, subject, privateNetworks }: ImageQuestion,
): Promise<string> {
  const answer = await client.send({
    url: source.url,
    method: source.method,
    headers: composeHeaders(source, subject),
    ...(source.method === 'POST' && { body: '' }),
    timeoutMs: REFERENCE_TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
    privateNetworks,
  });
  if (answer.httpStatus === null) {
    throw failureOfSilence("the partner's reference image source", answer);
  }
  const json = parseJson(answer);
  const parsed = referenceImageAddress.safeParse(json);
  if (answer.httpStatus === 200 && parsed.success) return parsed.data.data.url;
  throw failureOfRefusal(answer.httpStatus, findCode(json, subject));
}

/** The partner's static headers cannot name another person. */
function composeHeaders(
  source: ReferenceImageSource,
  subject: SubmissionSubject,
): Readonly<Record<string, string>> {
  return mergeHeaders(source.headers, {
    accept: 'application/json',
    'user-agent': 'kenali-reference-image',
    'x-partner-user-id': subject.partnerUserId,
    'x-partner-user-id-type': subject.partnerUserIdType,
    'x-partner-session-id': subject.partnerSessionId,
  });
}

/** Undefined for what is no whole JSON text. */
function parseJson({ body, bodyEnd }: OutboundAnswer): unknown {
  if (bodyEnd !== 'COMPLETE') return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** The partner's own error code (`PARTNER_ERROR_CODE` of the contract), if it may be repeated. */
function findCode(json: unknown, subject: SubmissionSubject): string | null {
  const code = errorAnswer.safeParse(json).data?.errors[0]?.code;
  if (code === undefined || !SAFE_CODE.test(code)) return null;
  const personal = [subject.partnerUserId, subject.partnerSessionId];
  return personal.some((value) => code.includes(value)) ? null : code;
}

function failureOfRefusal(httpStatus: number, code: string | null): ApplicationFailure {
  const told = code === null ? '' : ` with code ${code}`;
  const message = `the partner gave no reference image: status ${String(httpStatus)}${told}`;
  return failureOfStatus(httpStatus, message);
}
