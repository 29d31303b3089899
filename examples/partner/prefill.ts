import { z } from 'zod';
import type { SubmissionDetails } from './kenali-client.js';

/** What a form takes from a card, in the order of the card. */
export const CARD_FIELDS = [
  'nik',
  'name',
  'placeOfBirth',
  'dateOfBirth',
  'gender',
  'address',
  'rt',
  'rw',
  'kelurahan',
  'kecamatan',
  'city',
  'province',
] as const;
export type CardField = (typeof CARD_FIELDS)[number];

export interface PrefilledField {
  /** Null where the person has to type it. */
  readonly value: string | null;
  /** It was read, but not surely enough to be offered. */
  readonly isDoubtful: boolean;
}
export type Prefill = Readonly<Record<CardField, PrefilledField>>;

/**
 * A choice of this shop and no measurement: an empty field is typed in seconds, a wrong one is
 * overlooked. Kenali itself accepts a card with less, so a field may be VALID and still be empty.
 */
const MIN_CONFIDENCE = 0.85;

const cardReading = z.object({
  ktpDetails: z.record(z.string(), z.string().nullable()).catch({}),
  ktpConfidence: z.record(z.string(), z.number()).catch({}),
});

/** The form's values from the details of a submission; anything unreadable stays empty. */
export function prefillFrom(details: SubmissionDetails | null): Prefill {
  const parsed = cardReading.safeParse(details?.submissionDetails);
  const { ktpDetails, ktpConfidence } = parsed.success
    ? parsed.data
    : { ktpDetails: {}, ktpConfidence: {} };
  const read = (field: CardField): PrefilledField => {
    const value = ktpDetails[field] ?? null;
    const isSure = (ktpConfidence[field] ?? 0) >= MIN_CONFIDENCE;
    return { value: isSure ? value : null, isDoubtful: value !== null && !isSure };
  };
  const fields = CARD_FIELDS.map((field) => [field, read(field)] as const);
  return prefillShape.parse(Object.fromEntries(fields));
}

const prefilledField = z.object({ value: z.string().nullable(), isDoubtful: z.boolean() });
const prefillShape = z.record(z.enum(CARD_FIELDS), prefilledField);
