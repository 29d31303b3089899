import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { KEY_RENEWED } from '../contract/key-renewal.js';
import {
  MessageName,
  type ConfirmCapturesAnswer,
  type ConfirmCapturesInput,
  type FetchImagesInput,
  type SubmissionProgress,
} from '../contract/submission-messages.js';

export const confirmCapturesUpdate = defineUpdate<ConfirmCapturesAnswer, [ConfirmCapturesInput]>(
  MessageName.CONFIRM_CAPTURES,
);
export const fetchImagesUpdate = defineUpdate<null, [FetchImagesInput]>(MessageName.FETCH_IMAGES);
export const cancelSubmissionSignal = defineSignal(MessageName.CANCEL_SUBMISSION);
export const getProgressQuery = defineQuery<SubmissionProgress>(MessageName.GET_PROGRESS);
export const keyRenewedSignal = defineSignal(KEY_RENEWED);
