/** What a person is asked to photograph. */
export const PersonCapture = { KTP: 'KTP', SELFIE: 'SELFIE' } as const;
export type PersonCapture = (typeof PersonCapture)[keyof typeof PersonCapture];

/** A picture that a submission is about; `REFERENCE` is one to compare a person with. */
export const DocumentType = { ...PersonCapture, REFERENCE: 'REFERENCE' } as const;
export type DocumentType = (typeof DocumentType)[keyof typeof DocumentType];

/** What the vision activities decide about the captures of one attempt. */
export const CheckName = {
  DOCUMENT: 'DOCUMENT',
  LIVENESS: 'LIVENESS',
  /** Selfie against the card's portrait. */
  FACE_MATCH: 'FACE_MATCH',
  /** Selfie against the reference image. */
  REFERENCE_MATCH: 'REFERENCE_MATCH',
} as const;
export type CheckName = (typeof CheckName)[keyof typeof CheckName];

/** Flows that a person goes through. */
export const AttendedFlowName = {
  KTP_SCAN: 'KTP_SCAN',
  KYC_LITE: 'KYC_LITE',
  SELFIE_LIVENESS: 'SELFIE_LIVENESS',
  FACE_VERIFICATION: 'FACE_VERIFICATION',
} as const;
export type AttendedFlowName = (typeof AttendedFlowName)[keyof typeof AttendedFlowName];

/** In `FACE_MATCH` the partner's backend sends both images. */
export const FlowName = { ...AttendedFlowName, FACE_MATCH: 'FACE_MATCH' } as const;
export type FlowName = (typeof FlowName)[keyof typeof FlowName];

/** A flow is data: the captures it asks for and the checks it makes on them. */
export interface Flow {
  readonly name: FlowName;
  readonly captures: readonly DocumentType[];
  readonly checks: readonly CheckName[];
  /**
   * Whether the partner is asked for a reference image: never, when it has configured a source
   * (a `REFERENCE_MATCH` is then made as well), or always.
   */
  readonly referenceImage: 'NEVER' | 'IF_CONFIGURED' | 'ALWAYS';
  /** A person goes through it; otherwise the partner's backend sends all images at once. */
  readonly isAttended: boolean;
}

export const FLOWS: Readonly<Record<FlowName, Flow>> = {
  KTP_SCAN: {
    name: 'KTP_SCAN',
    captures: ['KTP'],
    checks: ['DOCUMENT'],
    referenceImage: 'NEVER',
    isAttended: true,
  },
  KYC_LITE: {
    name: 'KYC_LITE',
    captures: ['KTP', 'SELFIE'],
    checks: ['DOCUMENT', 'LIVENESS', 'FACE_MATCH'],
    referenceImage: 'IF_CONFIGURED',
    isAttended: true,
  },
  SELFIE_LIVENESS: {
    name: 'SELFIE_LIVENESS',
    captures: ['SELFIE'],
    checks: ['LIVENESS'],
    referenceImage: 'NEVER',
    isAttended: true,
  },
  FACE_VERIFICATION: {
    name: 'FACE_VERIFICATION',
    captures: ['SELFIE'],
    checks: ['LIVENESS', 'REFERENCE_MATCH'],
    referenceImage: 'ALWAYS',
    isAttended: true,
  },
  FACE_MATCH: {
    name: 'FACE_MATCH',
    captures: ['SELFIE', 'REFERENCE'],
    checks: ['REFERENCE_MATCH'],
    referenceImage: 'NEVER',
    isAttended: false,
  },
};

/** The captures a check looks at: when one of them is taken again, the check is made again. */
export const CHECK_INPUTS: Readonly<Record<CheckName, readonly DocumentType[]>> = {
  DOCUMENT: ['KTP'],
  LIVENESS: ['SELFIE'],
  FACE_MATCH: ['KTP', 'SELFIE'],
  REFERENCE_MATCH: ['SELFIE', 'REFERENCE'],
};

/** Whether a submission of the flow fetches a reference image from its partner. */
export function needsReferenceImage(flow: Flow, hasReferenceImage: boolean): boolean {
  return flow.referenceImage === 'ALWAYS' || wantsReferenceImage(flow, hasReferenceImage);
}

/** The checks that a submission of the flow makes. */
export function listChecks(flow: Flow, hasReferenceImage: boolean): readonly CheckName[] {
  return wantsReferenceImage(flow, hasReferenceImage)
    ? [...flow.checks, CheckName.REFERENCE_MATCH]
    : flow.checks;
}

function wantsReferenceImage(flow: Flow, hasReferenceImage: boolean): boolean {
  return flow.referenceImage === 'IF_CONFIGURED' && hasReferenceImage;
}
