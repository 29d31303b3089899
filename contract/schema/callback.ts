import { z } from 'zod';
import { SubmissionResult } from '../submission.js';
import { reasonCode } from './reason-code.js';
import { sandboxMark, submissionRecord } from './submission-details.js';

const finalStatus = z.enum(['COMPLETED', 'ERROR']);

const minimalCallback = z
  .strictObject({
    submissionId: z.uuid(),
    status: finalStatus,
    result: z.enum(SubmissionResult).nullable(),
    reasonCode,
    environment: sandboxMark,
  })
  .meta({ id: 'MinimalCallback', description: 'With the payload `minimal`.' });

const fullCallback = submissionRecord
  .extend({ status: finalStatus, processedAt: z.iso.datetime() })
  .meta({ id: 'FullCallback', description: 'With the payload `full`, which is the default.' });

const testCallback = minimalCallback
  .extend({ test: z.literal(true) })
  .meta({ id: 'TestCallback', description: 'Sent by hand; its submission does not exist.' });

/** What a partner's endpoint is called with. Not enveloped, unlike every other body. */
export const callbackBody = z.union([fullCallback, minimalCallback, testCallback]);
