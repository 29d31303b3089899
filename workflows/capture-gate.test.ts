import { describe, expect, it } from 'vitest';
import { captureKey, type CaptureRef } from '../contract/capture.js';
import type { Challenge } from '../contract/challenge.js';
import { FLOWS, type DocumentType } from '../contract/flow.js';
import {
  addCapture,
  addVerdicts,
  findRejection,
  finishGate,
  lastConfirmedAttempt,
  listTaken,
  listOpenChecks,
  openGate,
  reopenGate,
  takeCaptures,
  type CaptureGate,
  type ChallengeDue,
} from './capture-gate.js';

const ID = 'a-submission';
const { captures, checks } = FLOWS.KYC_LITE;

const SHA256 = 'ab'.repeat(32);

const keyOf = (attempt: number, documentType: DocumentType) =>
  captureKey({ submissionId: ID, attempt, documentType }, SHA256);

const refs = (attempt: number, ...types: DocumentType[]): CaptureRef[] =>
  types.map((documentType) => ({
    documentType,
    key: keyOf(attempt, documentType),
    sha256: SHA256,
    bytes: 1,
  }));

const open = openGate(ID, captures);
const taken = takeCaptures(open, refs(1, 'KTP', 'SELFIE'));
const judged = addVerdicts(taken, [
  { check: 'DOCUMENT', verdict: 'PASS' },
  { check: 'LIVENESS', verdict: 'RETRY', reasonCode: 'FACE_DARK', captures: ['SELFIE'] },
  { check: 'FACE_MATCH', verdict: 'PASS' },
]);
const reopen = (gate: CaptureGate, ...again: DocumentType[]) => {
  const reopening = { captures: again, lastVerdictCode: null, challengeDue: 'NONE' } as const;
  return reopenGate(gate, reopening, () => null);
};
const reopened = reopen(judged, 'SELFIE');

describe('findRejection', () => {
  const confirm = (attempt: number, given: CaptureRef[]) => ({ attempt, captures: given });

  it('accepts exactly what the open attempt asks for, in any order', () => {
    expect(findRejection(open, confirm(1, refs(1, 'SELFIE', 'KTP')))).toBeNull();
    expect(findRejection(reopened, confirm(2, refs(2, 'SELFIE')))).toBeNull();
  });

  it.each([
    ['an attempt that is processed', taken, confirm(1, refs(1, 'KTP', 'SELFIE'))],
    ['an attempt that was judged', reopened, confirm(1, refs(1, 'KTP', 'SELFIE'))],
  ])('refuses %s as already confirmed', (_case, gate, again) => {
    expect(findRejection(gate, again)).toBe('ATTEMPT_ALREADY_CONFIRMED');
  });

  it('refuses an attempt that is still to come', () => {
    expect(findRejection(open, confirm(2, refs(2, 'KTP')))).toBe('ATTEMPT_NOT_OPEN');
    expect(findRejection(taken, confirm(2, refs(2, 'KTP')))).toBe('ATTEMPT_NOT_OPEN');
  });

  it.each([
    ['a missing capture', refs(1, 'KTP')],
    ['no captures', []],
    ['one capture twice', refs(1, 'KTP', 'KTP')],
    ['a capture of another attempt', [...refs(1, 'KTP'), ...refs(2, 'SELFIE')]],
    [
      'swapped types',
      refs(1, 'KTP', 'SELFIE').map((ref) => ({ ...ref, documentType: 'KTP' as const })),
    ],
  ])('refuses %s', (_case, given) => {
    expect(findRejection(open, confirm(1, given))).toBe('WRONG_CAPTURES');
  });

  it('refuses everything after the end', () => {
    const finished = finishGate(open);
    expect(findRejection(finished, confirm(1, refs(1, 'KTP', 'SELFIE')))).toBe(
      'SUBMISSION_ALREADY_FINISHED',
    );
  });
});

describe('the captures of a submission', () => {
  it('carry over when they are not taken again', () => {
    const second = takeCaptures(reopened, refs(2, 'SELFIE'));
    expect(second.captures.KTP?.key).toBe(keyOf(1, 'KTP'));
    expect(second.captures.SELFIE?.key).toBe(keyOf(2, 'SELFIE'));
    expect(second.tries).toEqual({ KTP: 1, SELFIE: 2 });
  });

  it('are checked again only where one of them changed', () => {
    expect(listOpenChecks(taken, checks)).toEqual(['DOCUMENT', 'LIVENESS', 'FACE_MATCH']);
    const newSelfie = takeCaptures(reopened, refs(2, 'SELFIE'));
    expect(listOpenChecks(newSelfie, checks)).toEqual(['LIVENESS', 'FACE_MATCH']);
    const newCard = takeCaptures(reopen(judged, 'KTP'), refs(2, 'KTP'));
    expect(listOpenChecks(newCard, checks)).toEqual(['DOCUMENT', 'FACE_MATCH']);
  });
});

describe('a challenge', () => {
  const challenge = { nonce: 'a-nonce', action: 'NOD', expiresAt: '2026-01-01T00:00:00Z' } as const;
  const reopenFor = (challengeDue: ChallengeDue, drawn: Challenge | null = challenge) =>
    reopenGate(judged, { captures: ['SELFIE'], lastVerdictCode: null, challengeDue }, () => drawn);

  it('that a check wants is counted apart from the tries', () => {
    expect(reopenFor('ASKED')).toMatchObject({ challenge, challenges: 1, tries: { SELFIE: 1 } });
  });

  it('that is drawn again is a try at the selfie and no other challenge', () => {
    expect(reopenFor('AGAIN')).toMatchObject({ challenge, challenges: 0, tries: { SELFIE: 2 } });
  });

  it('that is drawn again as it was told late counts as nothing', () => {
    expect(reopenFor('UNTOLD')).toMatchObject({ challenge, challenges: 0, tries: { SELFIE: 1 } });
  });

  it('that is not drawn again counts as nothing', () => {
    expect(reopenFor('AGAIN', null)).toMatchObject({ challenges: 0, tries: { SELFIE: 1 } });
  });
});

describe('listTaken', () => {
  it('lists what an attempt took and neither what carried over nor a reference image', () => {
    const second = addCapture(takeCaptures(reopened, refs(2, 'SELFIE')), refs(0, 'REFERENCE')[0]!);
    expect(listTaken(second, 2)).toEqual(refs(2, 'SELFIE'));
    expect(listTaken(second, 1)).toEqual(refs(1, 'KTP'));
    expect(listTaken(open, 0)).toEqual([]);
  });
});

describe('lastConfirmedAttempt', () => {
  it('is behind the open attempt until its captures are there', () => {
    expect(lastConfirmedAttempt(open)).toBe(0);
    expect(lastConfirmedAttempt(taken)).toBe(1);
    expect(lastConfirmedAttempt(reopened)).toBe(1);
    expect(lastConfirmedAttempt(takeCaptures(reopened, refs(2, 'SELFIE')))).toBe(2);
  });
});
