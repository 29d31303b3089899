import type { FlowName } from '../kenali-client.js';

/** A user id that makes Kenali's sandbox go one way, as the partner guide documents them. */
export interface SandboxOutcome {
  readonly userId: string;
  readonly kind: 'VALID' | 'INVALID' | 'ERROR' | 'RETRY' | 'EXHAUST';
  readonly reasonCode: string | null;
  /** A flow that has the check which the code is about. */
  readonly flow: FlowName;
  /** Seconds that are waited after each confirm. */
  readonly delaySeconds: number;
}

const QUALITY_CODES = [
  'KTP_NOT_FOUND',
  'KTP_BLURRY',
  'KTP_DARK',
  'KTP_OVEREXPOSED',
  'KTP_GLARE',
  'KTP_OBSTRUCTED',
  'KTP_CROPPED',
  'KTP_TOO_SMALL',
  'KTP_NOT_READABLE',
  'FACE_NOT_FOUND',
  'MULTIPLE_FACES',
  'FACE_TOO_SMALL',
  'FACE_TOO_CLOSE',
  'FACE_BLURRY',
  'FACE_DARK',
  'FACE_OCCLUDED',
  'FACE_NOT_FRONTAL',
  'CHALLENGE_REQUIRED',
  'CHALLENGE_FAILED',
];

const VERDICT_CODES = [
  'NOT_EKTP',
  'KTP_PHOTOCOPY',
  'KTP_SCREEN_CAPTURE',
  'FACE_MATCH_FAILED',
  'LIVENESS_CHECK_FAILED',
  'KTP_TAMPERED',
  'NIK_INVALID',
  'FRAUD_REJECT',
  'UNDERAGE',
  'MAX_ATTEMPTS_REACHED',
];

const TECHNICAL_CODES = [
  'SESSION_TIMEOUT',
  'CANCELLED_BY_PARTNER',
  'REFERENCE_IMAGE_UNAVAILABLE',
  'GENERIC_SERVICE_ERROR',
];

const CODES: readonly (readonly [SandboxOutcome['kind'], readonly (string | null)[]])[] = [
  ['VALID', [null]],
  ['INVALID', VERDICT_CODES],
  ['ERROR', TECHNICAL_CODES],
  ['RETRY', [...QUALITY_CODES, ...VERDICT_CODES]],
  ['EXHAUST', [...QUALITY_CODES, ...VERDICT_CODES]],
];

const EXAMPLE_DELAY_SECONDS = 5;

/** Every outcome of the sandbox, at once and after five seconds. */
export const SANDBOX_OUTCOMES: readonly SandboxOutcome[] = CODES.flatMap(([kind, codes]) =>
  codes.flatMap((reasonCode) =>
    [0, EXAMPLE_DELAY_SECONDS].map((delaySeconds) => describe(kind, reasonCode, delaySeconds)),
  ),
);

export function findSandboxOutcome(userId: string): SandboxOutcome | null {
  return SANDBOX_OUTCOMES.find((outcome) => outcome.userId === userId) ?? null;
}

function describe(
  kind: SandboxOutcome['kind'],
  reasonCode: string | null,
  delaySeconds: number,
): SandboxOutcome {
  const parts = ['SANDBOX', kind, ...(reasonCode === null ? [] : [reasonCode])];
  if (delaySeconds > 0) parts.push('AFTER', String(delaySeconds));
  const isAboutFace = /^(FACE_|MULTIPLE_FACES|LIVENESS_|CHALLENGE_|FRAUD_)/.test(reasonCode ?? '');
  const flow = isAboutFace ? 'KYC_LITE' : 'KTP_SCAN';
  return { userId: parts.join('-'), kind, reasonCode, flow, delaySeconds };
}
