import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  changePartnerBody,
  createdPartnerAnswer,
  createPartnerBody,
  partnerAnswer,
  partnersAnswer,
} from '../../contract/schema/operator/partner.js';
import {
  issueKeyBody,
  issuedKeyAnswer,
  keyAnswer,
  keysAnswer,
} from '../../contract/schema/operator/partner-key.js';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import { succeed } from './examples.js';
import { operatorCall, PARTNER_PATH } from './operator-call.js';

const CLIENT_ID = '0198c7f0-0000-7000-8000-00000000000a';
const CREATED_AT = '2026-11-22T02:00:00.000Z';

const ISSUED_KEY = {
  clientId: CLIENT_ID,
  passKey: '00000000-0000-4000-8000-000000000000',
  environment: 'PRODUCTION',
};
const KEY = {
  clientId: CLIENT_ID,
  environment: 'PRODUCTION',
  createdAt: CREATED_AT,
  revokedAt: null,
};
const DESCRIBED = { code: 'SHOP', name: 'Toko Contoh', createdAt: CREATED_AT };
const SHOWN = {
  ...DESCRIBED,
  settings: partnerSettings.parse({ redirectOrigins: ['https://shop.example'] }),
  keys: [KEY],
  callback: null,
  referenceImage: null,
};

const SETTINGS =
  '`settings` is a JSON merge patch (RFC 7396) of `PartnerSettings`: what is left out stays, lists are replaced, `null` returns a member to its default.';

export const operatorPartnerPaths: ZodOpenApiPathsObject = {
  '/operator/v1/partners': {
    post: operatorCall({
      operationId: 'createPartner',
      summary: 'Create a partner',
      description: `Pass-key and callback secret are shown this once. ${SETTINGS}`,
      body: {
        schema: createPartnerBody,
        example: {
          code: 'SHOP',
          name: 'Toko Contoh',
          settings: { redirectOrigins: ['https://shop.example'] },
          callback: { url: 'https://shop.example/coe/submissions-callback' },
        },
      },
      status: 201,
      answer: {
        schema: createdPartnerAnswer,
        example: succeed({ code: 'SHOP', ...ISSUED_KEY, callbackSecret: 'whsec_AAAA' }),
      },
    }),
    get: operatorCall({
      operationId: 'listPartners',
      summary: 'List the partners',
      answer: {
        schema: partnersAnswer,
        example: succeed({ partners: [{ ...DESCRIBED, areSettingsReadable: true }] }),
      },
    }),
  },
  '/operator/v1/partners/{code}': {
    get: operatorCall({
      operationId: 'showPartner',
      summary: 'Show a partner',
      path: PARTNER_PATH,
      answer: { schema: partnerAnswer, example: succeed(SHOWN) },
    }),
    patch: operatorCall({
      operationId: 'changePartner',
      summary: 'Change a partner',
      description: SETTINGS,
      path: PARTNER_PATH,
      body: { schema: changePartnerBody, example: { settings: { maxAttempts: 5 } } },
      answer: { schema: partnerAnswer, example: succeed(SHOWN) },
    }),
  },
  '/operator/v1/partners/{code}/keys': {
    post: operatorCall({
      operationId: 'issueKey',
      summary: 'Issue a key',
      description:
        'The pass-key is shown this once. Earlier keys of the environment end after `overlapSeconds`.',
      path: PARTNER_PATH,
      body: {
        schema: issueKeyBody,
        example: { environment: 'PRODUCTION', overlapSeconds: 86_400 },
      },
      status: 201,
      answer: {
        schema: issuedKeyAnswer,
        example: succeed({ ...ISSUED_KEY, earlierKeysEndAt: '2026-11-23T02:00:00.000Z' }),
      },
    }),
    get: operatorCall({
      operationId: 'listKeys',
      summary: 'List the keys of a partner',
      path: PARTNER_PATH,
      answer: { schema: keysAnswer, example: succeed({ keys: [KEY] }) },
    }),
  },
  '/operator/v1/partners/{code}/keys/{clientId}': {
    delete: operatorCall({
      operationId: 'revokeKey',
      summary: 'Revoke a key',
      description: 'Its tokens end with it.',
      path: PARTNER_PATH.extend({ clientId: z.uuid().meta({ example: CLIENT_ID }) }),
      answer: { schema: keyAnswer, example: succeed({ ...KEY, revokedAt: CREATED_AT }) },
    }),
  },
};
