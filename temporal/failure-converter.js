import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Moves the message and the stack of every failure into a payload, so that the codec encrypts
 * them: without it they stay in clear in the history. Client, worker and workflow bundle must all
 * load this file. It is plain JavaScript because the SDK loads it with `require()`.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
