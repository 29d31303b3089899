/**
 * The `type` of every failure an activity throws. Workflows switch on it. Types and bare values
 * only: this file is the one part of `activities/` that the workflow sandbox may load.
 */
export const FailureType = {
  CallbackGone: 'CallbackGone',
  CallbackRejected: 'CallbackRejected',
  DatabaseUnavailable: 'DatabaseUnavailable',
  ErasureUnfinished: 'ErasureUnfinished',
  KeyUnavailable: 'KeyUnavailable',
  ModelUnavailable: 'ModelUnavailable',
  ObjectMissing: 'ObjectMissing',
  PartnerMisconfigured: 'PartnerMisconfigured',
  ReferenceImageUnavailable: 'ReferenceImageUnavailable',
  SealBroken: 'SealBroken',
  StorageUnavailable: 'StorageUnavailable',
  SubmissionMissing: 'SubmissionMissing',
  SubmissionUnended: 'SubmissionUnended',
  Unexpected: 'Unexpected',
} as const;
export type FailureType = (typeof FailureType)[keyof typeof FailureType];
