import { z } from 'zod';
import type { ZodOpenApiObject } from 'zod-openapi';
import { callbackBody } from '../../contract/schema/callback.js';
import { referenceImageAddress } from '../../contract/schema/reference-image-address.js';
import { FINISHED, SUBMISSION_ID, succeed } from './examples.js';
import { headerParameters } from './header-parameters.js';
import { Tag } from './tags.js';

const SIGNATURE_HEADERS = z.object({
  'webhook-id': z.string().meta({
    description: 'The same on every try of one callback: ignore one that you have seen.',
    example: 'msg_0198c7f000007000',
  }),
  'webhook-timestamp': z.string().meta({
    description: 'Unix seconds of this try. Refuse one that is more than five minutes off.',
    example: '1783336000',
  }),
  'webhook-signature': z.string().meta({
    description:
      '`v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` with your callback secret. While the secret is changed there are two, parted by a space; one that fits is enough.',
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  }),
});

const DELIVERY =
  'Delivered at least once and not in order. Any 2xx is delivered; redirects are not followed; 410 switches your callbacks off. Anything else, or no answer within 15 seconds, is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each varied by up to 20 %, and `Retry-After` is honoured. Method, address, static headers and payload are settings of the operator.';

/** What partners offer for us to call. */
export const webhooks: NonNullable<ZodOpenApiObject['webhooks']> = {
  submissionEnded: {
    post: {
      operationId: 'submissionEnded',
      tags: [Tag.YOUR_BACKEND],
      summary: 'Callback: a submission has ended',
      description: `Called when a submission is \`COMPLETED\` or \`ERROR\`, as a rule at \`https://<your host>/coe/submissions-callback\`. ${DELIVERY}`,
      security: [],
      requestParams: { header: SIGNATURE_HEADERS },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: callbackBody,
            examples: {
              full: { summary: 'Payload `full`', value: FINISHED },
              minimal: {
                summary: 'Payload `minimal`',
                value: {
                  submissionId: SUBMISSION_ID,
                  status: 'COMPLETED',
                  result: 'INVALID',
                  reasonCode: 'FACE_MATCH_FAILED',
                },
              },
            },
          },
        },
      },
      responses: {
        200: { description: 'Taken. Answer first, work afterwards.' },
        400: { description: 'Not understood; tried again.' },
        410: { description: 'Gone: your callbacks are switched off.' },
        500: { description: 'Failed on your side; tried again.' },
      },
    },
  },
  referenceImageAddress: {
    get: {
      operationId: 'getReferenceImageUrl',
      tags: [Tag.YOUR_BACKEND],
      summary: 'Get the reference image of a user',
      description:
        'Called for Face Verification, and for KYC Lite when an address is configured, as a rule at `https://<your host>/coe/reference-image-url`. Address, method, `Authorization` and further headers are settings of the operator. Anything but 200 within five seconds is tried again twice; then the submission ends with `REFERENCE_IMAGE_UNAVAILABLE`. Private addresses are refused unless the operator allows yours.',
      security: [],
      requestParams: {
        header: headerParameters([
          'x-partner-user-id',
          'x-partner-user-id-type',
          'x-partner-session-id',
        ]),
      },
      responses: {
        200: {
          description: 'Where the image is.',
          content: {
            'application/json': {
              schema: referenceImageAddress,
              example: succeed({
                url: 'https://shop.example/reference-images/1.jpg?signature=abc',
                expires_at: '1783333059',
              }),
            },
          },
        },
      },
    },
  },
};
