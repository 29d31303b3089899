import { z } from 'zod';
import type { KtpConfidence, KtpDetails } from '../contract/ktp-details.js';
import type { KeyRing } from '../keys/key-ring.js';
import { openJson, sealJson } from './sealed-json.js';

/** What was read from a card: personal data, sealed before it is stored. */
export interface KtpRead {
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
}

const text = z.string().nullable();

const fields = {
  nik: text,
  name: text,
  placeOfBirth: text,
  dateOfBirth: text,
  gender: z.enum(['MALE', 'FEMALE']).nullable(),
  bloodType: z.enum(['A', 'B', 'AB', 'O']).nullable(),
  address: text,
  rt: text,
  rw: text,
  kelurahan: text,
  kecamatan: text,
  city: text,
  province: text,
  religion: text,
  maritalStatus: text,
  occupation: text,
  nationality: text,
  validUntil: text,
  placeOfIssue: text,
  dateOfIssue: text,
} satisfies Record<keyof KtpDetails, z.ZodType>;

const ktpDetails = z.object(fields);
const ktpRead = z.object({
  ktpDetails,
  ktpConfidence: z.partialRecord(ktpDetails.keyof(), z.number().min(0).max(1)),
});

/** Where the sealed bytes belong: they do not open in another row. */
export interface KtpPlace {
  readonly submissionId: string;
  readonly attempt: number;
}

export function sealKtp(keyRing: KeyRing, read: KtpRead, place: KtpPlace): Uint8Array {
  return sealJson(keyRing, read, contextOf(place));
}

/** @throws SealBrokenError */
export function openKtp(keyRing: KeyRing, sealed: Uint8Array, place: KtpPlace): KtpRead {
  return ktpRead.parse(openJson(keyRing, sealed, contextOf(place)));
}

function contextOf({ submissionId, attempt }: KtpPlace): string {
  return `assessment/${submissionId}/${String(attempt)}/DOCUMENT`;
}
