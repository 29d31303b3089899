import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { QualityCode, VerdictCode } from '../../../contract/reason-code.js';
import type { SubmissionRecord } from '../../../contract/schema/submission-details.js';
import type { SubmissionStatusView } from '../../../contract/schema/submission-status.js';
import { drawCardPicture, type CardPicture } from '../../support/card-pictures.js';
import {
  createSession,
  DETAILS,
  type ContractSession,
} from '../../support/contract/contract-session.js';
import { openStage, REDIRECTS, type ContractStage } from '../../support/contract/contract-stage.js';
import { call, refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const SEED = 33;

let stage: ContractStage;

beforeAll(async () => {
  stage = await openStage(platform);
});

afterAll(() => stage.close());

/** A KTP Scan on a capture page, judged in earnest: the sandbox looks at no picture. */
async function openScan(maxAttempts: number): Promise<ContractSession> {
  const partner = await stage.createPartner({ maxAttempts });
  const session = createSession(platform.apiUrl, partner, {
    flow: 'KTP_SCAN',
    userId: 'card-pictures',
    environment: 'PRODUCTION',
  });
  await session.openInBrowser(REDIRECTS);
  return session;
}

interface Told {
  readonly person: SubmissionStatusView;
  readonly partner: SubmissionRecord;
}

async function show(session: ContractSession, picture: Uint8Array): Promise<Told> {
  await session.sendCaptures(picture);
  return { person: await session.untilJudged(), partner: await session.readDetails() };
}

/** The person's whole answer: no score, no value of the card, no sign of how it was judged. */
const ASKED_AGAIN = {
  submissionId: expect.any(String) as string,
  status: 'IN_PROGRESS',
  result: null,
  nextAction: 'RETRY',
  captures: ['KTP'],
  challenge: null,
  captureLock: expect.stringMatching(/^[\w-]{43}$/) as string,
  pollAfterMs: 1000,
  handoff: null,
};
const REJECTED = {
  ...ASKED_AGAIN,
  status: 'COMPLETED',
  result: 'INVALID',
  nextAction: 'STATUS',
  captures: [],
  captureLock: null,
  pollAfterMs: null,
};

const NO_FAULT = {
  blur: 'PASS',
  glare: 'PASS',
  obstruction: 'PASS',
  crop: 'PASS',
  photocopy: 'PASS',
  screen: 'PASS',
} as const;

const POOR_PICTURES: readonly (readonly [CardPicture, QualityCode])[] = [
  ['blur', 'KTP_BLURRY'],
  ['night', 'KTP_DARK'],
  ['overexposed', 'KTP_OVEREXPOSED'],
  ['cropped', 'KTP_CROPPED'],
  ['glare', 'KTP_GLARE'],
  ['obstructed', 'KTP_OBSTRUCTED'],
];

/** Contract §15.2 and §15.4: quality is not authenticity. */
describe('a person whose pictures of the card are poor', () => {
  const maxAttempts = POOR_PICTURES.length + 1;
  const told = new Map<CardPicture, Told>();
  let session: ContractSession;

  /** One session that is shown every poor picture in turn, and a good one at last. */
  beforeAll(async () => {
    session = await openScan(maxAttempts);
    for (const picture of [...POOR_PICTURES.map(([poor]) => poor), 'photo' as const]) {
      told.set(picture, await show(session, await drawCardPicture(SEED, picture)));
    }
  });

  it.each(POOR_PICTURES)('is asked for another after %s, with %s', (picture, reasonCode) => {
    const attempt = POOR_PICTURES.findIndex(([poor]) => poor === picture) + 2;
    expect(told.get(picture)?.person).toEqual({ ...ASKED_AGAIN, reasonCode, attempt, maxAttempts });
  });

  it.each(POOR_PICTURES)('is no verdict to the partner after %s: %s alone', (...row) => {
    const [picture, reasonCode] = row;
    const { submissionDetails, ...record } = told.get(picture)!.partner;
    expect(record).toMatchObject({ status: 'IN_PROGRESS', result: null, reasonCode });
    expect(submissionDetails).toEqual({});
  });

  it('is accepted with a good one, as if there had been no other', () => {
    const { person, partner } = told.get('photo')!;
    expect(person).toEqual({
      ...REJECTED,
      result: 'VALID',
      reasonCode: null,
      attempt: maxAttempts,
      maxAttempts,
    });
    expect(partner).toMatchObject({ status: 'COMPLETED', result: 'VALID', reasonCode: null });
    const { documentQuality, crossChecks, verificationResult } = partner.submissionDetails;
    expect(documentQuality).toEqual(NO_FAULT);
    expect(crossChecks).toMatchObject({ nikForm: 'PASS', nikBirthDate: 'PASS' });
    expect(verificationResult).toEqual({ document: 'PASS' });
  });

  it('cannot read with the page’s token what the partner is told', async () => {
    const answer = await call(platform.apiUrl, DETAILS, {
      ...session.partnerHeaders,
      ...session.deviceHeaders(),
    });
    expect(refusalsOf(answer)).toEqual(['403 903 FORBIDDEN']);
  });
});

interface NoCard {
  readonly picture: CardPicture;
  readonly reasonCode: VerdictCode;
  readonly documentQuality: SubmissionRecord['submissionDetails']['documentQuality'];
  /** Whether the partner is told what was read. */
  readonly isRead: boolean;
}

describe('what is not the card itself', () => {
  it.each<NoCard>([
    {
      picture: 'driving-licence',
      reasonCode: 'NOT_EKTP',
      documentQuality: {},
      isRead: false,
    },
    {
      picture: 'photocopy',
      reasonCode: 'KTP_PHOTOCOPY',
      documentQuality: { ...NO_FAULT, photocopy: 'FAIL' },
      isRead: true,
    },
    {
      picture: 'screen',
      reasonCode: 'KTP_SCREEN_CAPTURE',
      documentQuality: { ...NO_FAULT, screen: 'FAIL' },
      isRead: true,
    },
  ])('a $picture is asked for again, and rejected in the end with $reasonCode', async (row) => {
    const { picture, reasonCode, documentQuality, isRead } = row;
    const maxAttempts = 2;
    const session = await openScan(maxAttempts);
    const jpeg = await drawCardPicture(SEED, picture);
    const counted = { reasonCode, attempt: 2, maxAttempts };

    const first = await show(session, jpeg);
    expect(first.person).toEqual({ ...ASKED_AGAIN, ...counted });
    expect(first.partner).toMatchObject({ status: 'IN_PROGRESS', result: null, reasonCode });
    expect(first.partner.submissionDetails).toEqual({});

    const last = await show(session, jpeg);
    expect(last.person).toEqual({ ...REJECTED, ...counted });
    expect(last.partner).toMatchObject({ status: 'COMPLETED', result: 'INVALID', reasonCode });
    const { submissionDetails: told } = last.partner;
    expect(told.verificationResult).toEqual({ document: 'FAIL' });
    expect(told.documentQuality).toEqual(documentQuality);
    expect(Object.values(told.ktpDetails!).some((value) => value !== null)).toBe(isRead);
    expect(told.crossChecks?.nikForm).toBe(isRead ? 'PASS' : undefined);
  });
});
