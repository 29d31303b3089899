import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { DetailsAnswer } from '../../cli/session/partner-answers.js';
import { createPartnerClient, type PartnerClient } from '../../cli/session/partner-client.js';
import { driveSession } from '../../cli/session/session-driver.js';
import { splitFrames } from '../../contract/frame-sequence.js';
import type { AttendedFlowName } from '../../contract/flow.js';
import { drawCardClip, drawPersonClip } from '../support/draw-views.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { choosePictures, goBackToPartner, press, takeByCamera } from '../support/capture-app.js';
import { createOperator } from '../support/contract/contract-partner.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../support/specimen-captures.js';
import { logUploads } from '../support/upload-log.js';

const platform = inject('platform');
const shop = new URL(platform.samplePartnerUrl).origin;

let folder: string;
let captures: SpecimenCaptures;
let withCard: BrowserVisits;
let withPerson: BrowserVisits;
let client: PartnerClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-same-'));
  captures = await drawSpecimenCaptures(61);
  const [card, person] = [join(folder, 'card.mjpeg'), join(folder, 'person.mjpeg')];
  await writeFile(card, await drawCardClip(captures.ktp));
  await writeFile(person, await drawPersonClip());
  [withCard, withPerson] = await Promise.all([
    startBrowser({ cameraClip: card }),
    startBrowser({ cameraClip: person }),
  ]);
  const operator = await createOperator(platform);
  const { code, keys } = await operator.createPartner({
    // A recording before a camera leaves doubt, and no recording of ours answers a challenge.
    settings: { redirectOrigins: [shop], challenge: 'NEVER', reusedSelfies: 'RECORD' },
  });
  client = createPartnerClient({
    baseUrl: platform.apiUrl,
    partnerCode: code,
    clientId: String(keys.PRODUCTION['client-id']),
    passKey: String(keys.PRODUCTION['pass-key']),
  });
});

afterAll(async () => {
  await Promise.all([withCard.close(), withPerson.close()]);
  await rm(folder, { recursive: true, force: true });
  expect([...withCard.complaints, ...withPerson.complaints]).toEqual([]);
});

function nameSession(flow: AttendedFlowName, way: 'page' | 'app') {
  return { partnerSessionId: `same-${flow}-${way}`, userId: 'user-1', userIdType: 'TEST_USER' };
}

/** What the partner is told, without the names of the submission. */
function readOutcome({ status, result, reasonCode, submissionDetails }: DetailsAnswer) {
  return { status, result, reasonCode, submissionDetails };
}

/** Sends what the page has sent as an app of the partner's own would, and reads both results. */
async function compareWays(
  flow: AttendedFlowName,
  browser: BrowserVisits,
  takePictures: (page: Page) => Promise<void>,
) {
  const page = await browser.open('phone');
  const uploads = logUploads(page, platform);
  const session = nameSession(flow, 'page');
  const { launchUrl } = await client.initiateWeb(session, flow, {
    successRedirectionUrl: `${shop}/return/success`,
    failureRedirectionUrl: `${shop}/return/failure`,
  });
  await page.goto(launchUrl);
  await takePictures(page);
  await goBackToPartner(page);
  const onPage = readOutcome(await client.readDetails(session));

  const selfie = flow === 'KYC_LITE' ? splitFrames(await uploads.readCapture(1, 'SELFIE')) : null;
  const run = await driveSession({
    client,
    flow,
    session: nameSession(flow, 'app'),
    ktp: await uploads.readCapture(1, 'KTP'),
    ...(selfie && { selfie: selfie.still, frames: selfie.frames }),
  });
  return { onPage, inApp: readOutcome(run.details!) };
}

describe('a flow on the page', () => {
  it('reads a card before the camera as it does from the API', async () => {
    const { onPage, inApp } = await compareWays('KTP_SCAN', withCard, async (page) => {
      await press(page);
      await takeByCamera(page);
    });
    const { nik, name } = captures.truth;
    expect(onPage).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(onPage.submissionDetails.ktpDetails).toMatchObject({ nik, name });
    expect(onPage).toEqual(inApp);
  });

  it('judges a person before the camera as it does from the API', async () => {
    const { onPage, inApp } = await compareWays('KYC_LITE', withPerson, async (page) => {
      await press(page);
      await choosePictures(page, [captures.ktp]);
      await takeByCamera(page);
    });
    expect(onPage).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(onPage.submissionDetails.livenessScore).toBeGreaterThan(0.5);
    expect(onPage).toEqual(inApp);
  });
});
