import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  MessageName,
  type ConfirmCapturesAnswer,
  type ConfirmCapturesInput,
  type SubmissionProgress,
} from '../contract/workflow-names.js';

export const confirmCapturesUpdate = defineUpdate<ConfirmCapturesAnswer, [ConfirmCapturesInput]>(
  MessageName.CONFIRM_CAPTURES,
);
export const cancelSubmissionSignal = defineSignal(MessageName.CANCEL_SUBMISSION);
export const getProgressQuery = defineQuery<SubmissionProgress>(MessageName.GET_PROGRESS);
