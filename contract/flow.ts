/** What a person is asked to photograph. */
export const DocumentType = { KTP: 'KTP', SELFIE: 'SELFIE' } as const;
export type DocumentType = (typeof DocumentType)[keyof typeof DocumentType];

/** What the vision activities decide about the captures of one attempt. */
export const CheckName = {
  DOCUMENT: 'DOCUMENT',
  LIVENESS: 'LIVENESS',
  FACE_MATCH: 'FACE_MATCH',
} as const;
export type CheckName = (typeof CheckName)[keyof typeof CheckName];

export const FlowName = { KTP_SCAN: 'KTP_SCAN', KYC_LITE: 'KYC_LITE' } as const;
export type FlowName = (typeof FlowName)[keyof typeof FlowName];

/** A flow is data: the captures it asks for and the checks it makes on them. */
export interface Flow {
  readonly name: FlowName;
  readonly captures: readonly DocumentType[];
  readonly checks: readonly CheckName[];
}

export const FLOWS: Readonly<Record<FlowName, Flow>> = {
  KTP_SCAN: { name: 'KTP_SCAN', captures: ['KTP'], checks: ['DOCUMENT'] },
  KYC_LITE: {
    name: 'KYC_LITE',
    captures: ['KTP', 'SELFIE'],
    checks: ['DOCUMENT', 'LIVENESS', 'FACE_MATCH'],
  },
};

/** The captures a check looks at: when one of them is taken again, the check is made again. */
export const CHECK_INPUTS: Readonly<Record<CheckName, readonly DocumentType[]>> = {
  DOCUMENT: ['KTP'],
  LIVENESS: ['SELFIE'],
  FACE_MATCH: ['KTP', 'SELFIE'],
};
