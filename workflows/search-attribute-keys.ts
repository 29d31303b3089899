import { defineSearchAttributeKey } from '@temporalio/common';
import { SearchAttribute } from '../contract/search-attribute.js';

const { partnerCode, flowName, submissionStatus, reasonCode, attemptCount, expiresAt } =
  SearchAttribute;

export const partnerCodeKey = defineSearchAttributeKey(partnerCode.name, partnerCode.type);
export const flowNameKey = defineSearchAttributeKey(flowName.name, flowName.type);
export const submissionStatusKey = defineSearchAttributeKey(
  submissionStatus.name,
  submissionStatus.type,
);
export const reasonCodeKey = defineSearchAttributeKey(reasonCode.name, reasonCode.type);
export const attemptCountKey = defineSearchAttributeKey(attemptCount.name, attemptCount.type);
export const expiresAtKey = defineSearchAttributeKey(expiresAt.name, expiresAt.type);
