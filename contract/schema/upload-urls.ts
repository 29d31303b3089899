import { z } from 'zod';
import { DocumentType, FlowName } from '../flow.js';
import { successEnvelope } from './envelope.js';
import { unixSeconds } from './issued-token.js';

/** `GET /coe-partner/v1/submissions/url` and its aliases. */
export const uploadUrlsQuery = z.object({
  submissionType: z.enum(FlowName).meta({ description: 'The flow of initiate.' }),
});

const uploadUrls = z
  .strictObject({
    submissionId: z.uuid(),
    attempt: z.int().min(1).meta({ description: 'Which these are for; name it in the confirm.' }),
    urls: z.array(
      z.strictObject({
        documentType: z.enum(DocumentType),
        url: z.url(),
        method: z.literal('PUT'),
        headers: z.record(z.string(), z.string()).meta({ description: 'To be sent with the PUT.' }),
        uploaded: z.boolean().exactOptional().meta({
          description:
            'On a phone that took over: whether this picture is there already, from itself or from the device that handed over. Another replaces it.',
        }),
      }),
    ),
    expires_at: unixSeconds,
    captureNonce: z.string().exactOptional().meta({
      description:
        'With `SELFIE` among the pictures. An app that sends frames behind the selfie names it in each of them; while a challenge is open it is the nonce of the challenge.',
    }),
  })
  .meta({ id: 'UploadUrls' });
export type UploadUrls = z.infer<typeof uploadUrls>;

export const uploadUrlsAnswer = successEnvelope(uploadUrls);
