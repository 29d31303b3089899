import type { Express } from 'express';
import request from 'supertest';
import { createPartnerApp } from '../app.js';
import type { SubmissionDetails } from '../kenali-client.js';
import {
  CALLBACK_SECRET,
  createFakeAccounts,
  signCallback,
  type FakeAccounts,
} from './fake-kenali.js';
import { createDetails } from './details.js';

export const REFERENCE_AUTHORIZATION = 'Bearer a-secret-of-the-test';

/** The backend with a fake Kenali, and what tests do to it again and again. */
export interface PartnerUnderTest {
  readonly app: Express;
  readonly accounts: FakeAccounts;
  /** Starts a session and gives back its id. */
  start(plan: object): Promise<string>;
  /** Delivers a signed callback and gives back the status of the answer. */
  callBack(body: object, options?: Parameters<typeof signCallback>[1]): Promise<number>;
  /** Ends a session: the details of every account say so, and a callback is delivered. */
  end(partnerSessionId: string, outcome: Partial<SubmissionDetails>): Promise<void>;
}

export function createPartnerUnderTest(): PartnerUnderTest {
  const accounts = createFakeAccounts();
  const app = createPartnerApp(
    {
      publicUrl: 'http://partner.example',
      kenali: { baseUrl: 'https://kenali.example' },
      callbackSecrets: [CALLBACK_SECRET],
      referenceAuthorization: REFERENCE_AUTHORIZATION,
    },
    accounts,
  );
  const callBack: PartnerUnderTest['callBack'] = async (body, options) => {
    const { text, headers } = signCallback(body, options);
    const answer = await request(app).post('/coe/submissions-callback').set(headers).send(text);
    return answer.status;
  };
  return {
    app,
    accounts,
    callBack,
    async start(plan) {
      const answer = await request(app).post('/api/sessions').send(plan).expect(201);
      return (answer.body as { partnerSessionId: string }).partnerSessionId;
    },
    async end(partnerSessionId, outcome) {
      const details = createDetails({ partnerSessionId, ...outcome });
      for (const account of Object.values(accounts)) account.details = details;
      await callBack(details, { id: `msg-${partnerSessionId}` });
    },
  };
}

/** Details of a card that nobody has, with its confidences. */
export const CARD = {
  ktpDetails: {
    nik: '0000000000001234',
    name: 'SITI REKAAN',
    placeOfBirth: null,
    dateOfBirth: '1990-01-31',
    gender: null,
    bloodType: null,
    address: null,
    rt: null,
    rw: null,
    kelurahan: null,
    kecamatan: null,
    city: null,
    province: null,
    religion: null,
    maritalStatus: null,
    occupation: null,
    nationality: null,
    validUntil: null,
    placeOfIssue: null,
    dateOfIssue: null,
  },
  ktpConfidence: { nik: 0.99, name: 0.98, dateOfBirth: 0.97 },
};
