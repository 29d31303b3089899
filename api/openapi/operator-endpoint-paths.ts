import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  callbackAnswer,
  callbackSetAnswer,
  removedAnswer,
  rotatedSecretAnswer,
  setCallbackBody,
} from '../../contract/schema/operator/callback.js';
import { testDeliveryAnswer } from '../../contract/schema/operator/delivery.js';
import {
  referenceImageAnswer,
  setReferenceImageBody,
} from '../../contract/schema/operator/reference-image.js';
import { succeed } from './examples.js';
import { operatorCall, PARTNER_PATH } from './operator-call.js';

const CALLBACK = {
  url: 'https://shop.example/coe/submissions-callback',
  method: 'POST',
  payload: 'full',
  headerNames: ['authorization'],
  isRotatingSecret: false,
  isDisabled: false,
};
const REFERENCE_IMAGE = {
  url: 'https://shop.example/coe/reference-image-url',
  method: 'GET',
  headerNames: ['authorization'],
  imageHosts: ['images.shop.example'],
};
const SECRET = { callbackSecret: 'whsec_AAAA' };
const REMOVED = { schema: removedAnswer, example: succeed({ removed: true }) };

/** Where partners are called at. */
export const operatorEndpointPaths: ZodOpenApiPathsObject = {
  '/operator/v1/partners/{code}/callback': {
    put: operatorCall({
      operationId: 'setCallback',
      summary: 'Set the callback',
      description:
        'What is left out stays as it is. Headers replace the stored ones and are never shown again. Enables a callback that a 410 has disabled.',
      path: PARTNER_PATH,
      body: {
        schema: setCallbackBody,
        example: { url: CALLBACK.url, authorization: { bearer: 'of-the-partner' } },
      },
      answer: { schema: callbackSetAnswer, example: succeed({ ...CALLBACK, ...SECRET }) },
    }),
    get: operatorCall({
      operationId: 'showCallback',
      summary: 'Show the callback',
      path: PARTNER_PATH,
      answer: { schema: callbackAnswer, example: succeed(CALLBACK) },
    }),
    delete: operatorCall({
      operationId: 'removeCallback',
      summary: 'Remove the callback',
      path: PARTNER_PATH,
      answer: REMOVED,
    }),
  },
  '/operator/v1/partners/{code}/callback/enable': {
    post: operatorCall({
      operationId: 'enableCallback',
      summary: 'Enable a callback that a 410 has disabled',
      path: PARTNER_PATH,
      answer: { schema: callbackAnswer, example: succeed(CALLBACK) },
    }),
  },
  '/operator/v1/partners/{code}/callback/secret': {
    post: operatorCall({
      operationId: 'rotateCallbackSecret',
      summary: 'Rotate the callback secret',
      description: 'Shown this once. The one before signs as well until it is dropped.',
      path: PARTNER_PATH,
      status: 201,
      answer: { schema: rotatedSecretAnswer, example: succeed(SECRET) },
    }),
  },
  '/operator/v1/partners/{code}/callback/secret/old': {
    delete: operatorCall({
      operationId: 'dropOldCallbackSecret',
      summary: 'Drop the callback secret that was replaced',
      path: PARTNER_PATH,
      answer: { schema: callbackAnswer, example: succeed(CALLBACK) },
    }),
  },
  '/operator/v1/partners/{code}/callback/test': {
    post: operatorCall({
      operationId: 'testCallback',
      summary: 'Send a test message to the callback',
      path: PARTNER_PATH,
      answer: {
        schema: testDeliveryAnswer,
        example: succeed({
          webhookId: 'msg_test',
          httpStatus: 200,
          errorClass: null,
          answerExcerpt: null,
          durationMs: 84,
        }),
      },
    }),
  },
  '/operator/v1/partners/{code}/reference-image': {
    put: operatorCall({
      operationId: 'setReferenceImage',
      summary: 'Set where reference images are asked for',
      description:
        'What is left out stays as it is. Headers replace the stored ones and are never shown again.',
      path: PARTNER_PATH,
      body: {
        schema: setReferenceImageBody,
        example: { url: REFERENCE_IMAGE.url, imageHosts: REFERENCE_IMAGE.imageHosts },
      },
      answer: { schema: referenceImageAnswer, example: succeed(REFERENCE_IMAGE) },
    }),
    get: operatorCall({
      operationId: 'showReferenceImage',
      summary: 'Show where reference images are asked for',
      path: PARTNER_PATH,
      answer: { schema: referenceImageAnswer, example: succeed(REFERENCE_IMAGE) },
    }),
    delete: operatorCall({
      operationId: 'removeReferenceImage',
      summary: 'Ask for no reference images any more',
      path: PARTNER_PATH,
      answer: REMOVED,
    }),
  },
};
