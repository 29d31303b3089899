import { z } from 'zod';
import { successEnvelope } from '../envelope.js';
import { partnerSettings } from '../partner-settings.js';
import { callbackView, setCallbackBody } from './callback.js';
import { timestamp } from './page.js';
import { issuedKey, keyView } from './partner-key.js';
import { referenceImageView } from './reference-image.js';

/** It begins `x-onboarding-partner`, where `-` separates. */
export const partnerCode = z.string().regex(/^[A-Z0-9_]{2,40}$/, 'Give 2 to 40 of A-Z, 0-9 and _.');

const name = z.string().trim().min(1).max(200);

/**
 * A JSON merge patch (RFC 7396) of the partner's settings: members that are left out stay, lists
 * are replaced, and null returns a member to its default. Parsed by `partnerSettings` after the
 * merge.
 */
const settingsChange = z.record(z.string(), z.unknown());

/** `POST /operator/v1/partners`. */
export const createPartnerBody = z.strictObject({
  code: partnerCode,
  /** For people; the code unless given. */
  name: name.optional(),
  settings: settingsChange.optional(),
  callback: setCallbackBody.optional(),
});
export type CreatePartner = z.infer<typeof createPartnerBody>;

/** `PATCH /operator/v1/partners/{code}`. */
export const changePartnerBody = z.strictObject({
  name: name.optional(),
  settings: settingsChange.optional(),
});
export type ChangePartner = z.infer<typeof changePartnerBody>;

/** The production key and the callback secret are shown once. */
const createdPartner = z.strictObject({
  code: partnerCode,
  ...issuedKey.shape,
  callbackSecret: z.string().nullable(),
});
export type CreatedPartner = z.infer<typeof createdPartner>;

const describedPartner = z.strictObject({
  code: partnerCode,
  name: z.string(),
  createdAt: timestamp,
});

const listedPartner = describedPartner.extend({
  areSettingsReadable: z.boolean().meta({
    description:
      'False where another version has stored an `ipAllowList` or `flows` of which this one can read no entry: calls of the partner fail until they are given anew.',
  }),
});
export type ListedPartner = z.infer<typeof listedPartner>;

const partnerView = describedPartner.extend({
  settings: partnerSettings,
  keys: z.array(keyView),
  callback: callbackView.nullable(),
  referenceImage: referenceImageView.nullable(),
});
export type PartnerView = z.infer<typeof partnerView>;

export const createdPartnerAnswer = successEnvelope(createdPartner);

export const partnersAnswer = successEnvelope(z.strictObject({ partners: z.array(listedPartner) }));

export const partnerAnswer = successEnvelope(partnerView);
