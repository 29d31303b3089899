import { drawSpecimenCaptures, type SpecimenCaptures } from '../../support/specimen-captures.js';
import type { DocumentType } from '../../../contract/flow.js';
import type { PersonalValue } from '../evidence/evidence.js';
import type { PlannedSession } from '../plan/plan-sessions.js';
import type { SessionStage } from '../session/run-session.js';
import { REFERENCE_IMAGE } from './fake-partner.js';

/** Drawn cards, each with another name and number. */
export async function drawPeople(
  seed: number,
  count: number,
): Promise<readonly SpecimenCaptures[]> {
  const people: SpecimenCaptures[] = [];
  for (let person = 0; person < count; person += 1) {
    people.push(await drawSpecimenCaptures(seed * 100 + person));
  }
  return people;
}

/** The reference image is the portrait's photograph, which every card here shows. */
export function picturesOf(
  people: readonly SpecimenCaptures[],
  { person, isImpostor }: PlannedSession,
): SessionStage['pictures'] {
  const captures = people[person];
  if (captures === undefined) throw new RangeError('There is no such person.');
  const { ktp, selfie, otherSelfie } = captures;
  return { KTP: ktp, SELFIE: isImpostor ? otherSelfie : selfie, REFERENCE: selfie };
}

export function personalValues(
  people: readonly SpecimenCaptures[],
  sessions: readonly PlannedSession[],
): readonly PersonalValue[] {
  const ids = sessions
    .filter(({ environment }) => environment === 'PRODUCTION')
    .map(({ userId }) => ({ what: 'partner user id', value: userId }));
  const printed = people.flatMap(({ truth }) => [
    { what: 'NIK', value: truth.nik },
    { what: 'name', value: truth.name },
    { what: 'address', value: truth.address },
  ]);
  return [...ids, ...printed].flatMap(({ what, value }) =>
    value === null ? [] : [{ what, value }],
  );
}

/** Every picture that a partner's server gives out, by its name there. */
export function namePictures(
  people: readonly SpecimenCaptures[],
): Readonly<Record<string, Uint8Array>> {
  const pictures: Record<string, Uint8Array> = {};
  for (const [person, { selfie, otherSelfie }] of people.entries()) {
    for (const isImpostor of [true, false]) {
      pictures[pictureName({ person, isImpostor }, 'SELFIE')] = isImpostor ? otherSelfie : selfie;
      pictures[pictureName({ person, isImpostor }, 'REFERENCE')] = selfie;
      pictures[REFERENCE_IMAGE] = selfie;
    }
  }
  return pictures;
}

export function pictureName(
  { person, isImpostor }: Pick<PlannedSession, 'person' | 'isImpostor'>,
  documentType: DocumentType,
): string {
  return `${String(person)}-${isImpostor ? 'impostor' : 'self'}-${documentType}`;
}
