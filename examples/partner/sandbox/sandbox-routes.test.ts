import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createSessionStore } from '../session-store.js';
import { createFakeAccounts } from '../testing/fake-kenali.js';
import { createPartnerUnderTest } from '../testing/partner-under-test.js';
import { createSandboxRoutes } from './sandbox-routes.js';

describe('the sandbox page', () => {
  const start = (app: express.Express, userId: string) =>
    request(app).post('/api/sandbox/sessions').send({ userId });

  it('starts an outcome with the sandbox credentials and no others', async () => {
    const { app, accounts } = createPartnerUnderTest();
    await start(app, 'SANDBOX-INVALID-NOT_EKTP').expect(201);
    expect(accounts.sandbox.initiated).toMatchObject([
      { userId: 'SANDBOX-INVALID-NOT_EKTP', flow: 'KTP_SCAN' },
    ]);
    expect(accounts.main.initiated).toEqual([]);
  });

  it('passes on no user id that is not an outcome, so none can forge a header', async () => {
    const { app, accounts } = createPartnerUnderTest();
    for (const userId of ['somebody', 'SANDBOX-VALID\r\nx-onekyc-token: x', 'SANDBOX-VALID ']) {
      await start(app, userId).expect(400);
    }
    expect(accounts.sandbox.initiated).toEqual([]);
  });

  it('leads back to the page of the outcome', async () => {
    const { app } = createPartnerUnderTest();
    const started = await start(app, 'SANDBOX-VALID').expect(201);
    const { partnerSessionId } = started.body as { partnerSessionId: string };
    const query = { status: 'COMPLETED', partner_session_id: partnerSessionId };
    const back = await request(app).get('/return/success').query(query).expect(303);
    expect(back.headers.location).toBe(`/sandbox/SANDBOX-VALID?session=${partnerSessionId}`);
  });

  it('has no page for what is no outcome', async () => {
    const { app } = createPartnerUnderTest();
    const answer = await request(app).get('/sandbox/SANDBOX-MAYBE').expect(302);
    expect(answer.headers.location).toBe('/sandbox');
  });

  it('says when there are no credentials for it', async () => {
    const accounts = { ...createFakeAccounts(), sandbox: null };
    const sessions = createSessionStore();
    const app = express().use(createSandboxRoutes({ accounts, sessions, pageFolder: '.' }));
    const list = await request(app).get('/api/sandbox/outcomes').expect(200);
    expect(list.body).toMatchObject({ isAvailable: false });
    await start(app, 'SANDBOX-VALID').expect(500);
  });
});
