import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  MessageName,
  type ConfirmCapturesAnswer,
  type ConfirmCapturesInput,
  type FetchImagesInput,
  type SubmissionProgress,
} from '../contract/workflow-names.js';

export const confirmCapturesUpdate = defineUpdate<ConfirmCapturesAnswer, [ConfirmCapturesInput]>(
  MessageName.CONFIRM_CAPTURES,
);
export const fetchImagesUpdate = defineUpdate<null, [FetchImagesInput]>(MessageName.FETCH_IMAGES);
export const cancelSubmissionSignal = defineSignal(MessageName.CANCEL_SUBMISSION);
export const getProgressQuery = defineQuery<SubmissionProgress>(MessageName.GET_PROGRESS);
/** Another data key was made, or a renewal is to go on. */
export const keyRenewedSignal = defineSignal(MessageName.KEY_RENEWED);
