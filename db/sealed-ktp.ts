import { z } from 'zod';
import {
  CORRECTION_REASONS,
  CROSS_CHECK_OUTCOMES,
  CROSS_CHECKS,
  type CrossChecks,
  type FieldTraces,
  type KtpConfidence,
  type KtpDetails,
} from '../contract/ktp-details.js';
import type { DataKeys } from '../keys/data-keys.js';

/** What was read from a card: personal data, sealed before it is stored. */
export interface KtpRead {
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
  /** Absent in what was stored before there were any. */
  readonly crossChecks?: CrossChecks;
  /** What each value was made of. Stays with us: partners get the values. */
  readonly fields?: FieldTraces;
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
const score = z.number().min(0).max(1);
const fieldTrace = z.object({
  raw: z.string(),
  value: text,
  reason: z.enum(CORRECTION_REASONS),
  distance: z.int().min(0),
  readConfidence: score,
});
const ktpRead = z.object({
  ktpDetails,
  ktpConfidence: z.partialRecord(ktpDetails.keyof(), score),
  crossChecks: z.partialRecord(z.enum(CROSS_CHECKS), z.enum(CROSS_CHECK_OUTCOMES)).exactOptional(),
  fields: z.partialRecord(ktpDetails.keyof(), fieldTrace).exactOptional(),
});

/** Where the sealed bytes belong: they do not open in another row. */
export interface KtpPlace {
  readonly submissionId: string;
  readonly attempt: number;
}

export function sealKtp(
  dataKeys: DataKeys,
  read: KtpRead,
  { partnerCode, ...place }: KtpPlace & { readonly partnerCode: string },
): Promise<Uint8Array> {
  const plain = Buffer.from(JSON.stringify(read), 'utf8');
  return dataKeys.seal(partnerCode, plain, contextOf(place));
}

/** @throws SealBrokenError, KeyMissingError */
export function resealKtp(
  dataKeys: DataKeys,
  {
    dataKeyId,
    sealed,
    place,
  }: { readonly dataKeyId: string; readonly sealed: Uint8Array; readonly place: KtpPlace },
): Promise<Uint8Array> {
  return dataKeys.reseal(dataKeyId, sealed, contextOf(place));
}

/** @throws SealBrokenError, KeyMissingError */
export async function openKtp(
  dataKeys: DataKeys,
  sealed: Uint8Array,
  place: KtpPlace,
): Promise<KtpRead> {
  const plain = await dataKeys.open(sealed, contextOf(place));
  return ktpRead.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
}

function contextOf({ submissionId, attempt }: KtpPlace): string {
  return `assessment/${submissionId}/${String(attempt)}/DOCUMENT`;
}
