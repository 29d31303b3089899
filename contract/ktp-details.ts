/** The printed KTP as the wire shows it. `null` where the field was blank, a dash or unreadable. */
export interface KtpDetails {
  /** 16 digits. */
  readonly nik: string | null;
  readonly name: string | null;
  readonly placeOfBirth: string | null;
  /** ISO 8601 date, `YYYY-MM-DD`. */
  readonly dateOfBirth: string | null;
  readonly gender: 'MALE' | 'FEMALE' | null;
  readonly bloodType: 'A' | 'B' | 'AB' | 'O' | null;
  readonly address: string | null;
  /** Three digits. */
  readonly rt: string | null;
  /** Three digits. */
  readonly rw: string | null;
  readonly kelurahan: string | null;
  readonly kecamatan: string | null;
  /** With its KABUPATEN or KOTA, as printed. */
  readonly city: string | null;
  /** Without the word PROVINSI. */
  readonly province: string | null;
  readonly religion: string | null;
  readonly maritalStatus: string | null;
  readonly occupation: string | null;
  readonly nationality: string | null;
  /** `SEUMUR HIDUP` or an ISO date. */
  readonly validUntil: string | null;
  readonly placeOfIssue: string | null;
  readonly dateOfIssue: string | null;
}

export type KtpField = keyof KtpDetails;

/** 0 to 1 for every field that was read; absent for the others. */
export type KtpConfidence = Readonly<Partial<Record<KtpField, number>>>;

/**
 * How a field's value came from what was read. The wire's own form of a value (an ISO date, `MALE`,
 * three digits) is no correction.
 *
 * - `AS_READ`: as it was read.
 * - `SPACING`: white space, punctuation or letter case differ.
 * - `LOOK_ALIKE`: glyphs the field cannot hold became those they look like.
 * - `CLOSED_LIST`: the nearest entry of a closed list.
 * - `AREA`: the nearest official name within the area above.
 * - `ALIAS`: another way of writing the same entry, such as the family register's.
 * - `CHOSEN`: two readings differed, and the surer one stands.
 * - `CHOSEN_BY_DATE`, `CHOSEN_BY_AREA`: two readings differed, and the one that agrees with the
 *   card's other print stands.
 * - `BLANK`: a dash is printed; the value is `null`.
 * - `UNREADABLE`: something is printed that no value could be made of; the value is `null`.
 */
export const CORRECTION_REASONS = [
  'AS_READ',
  'SPACING',
  'LOOK_ALIKE',
  'CLOSED_LIST',
  'AREA',
  'ALIAS',
  'CHOSEN',
  'CHOSEN_BY_DATE',
  'CHOSEN_BY_AREA',
  'BLANK',
  'UNREADABLE',
] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

/** What a field's value was made of. */
export interface FieldTrace {
  /** The field's characters as the recogniser saw them. */
  readonly raw: string;
  /** As in `KtpDetails`. */
  readonly value: string | null;
  readonly reason: CorrectionReason;
  /** Letters and digits of the value that were not read so. */
  readonly distance: number;
  /** 0 to 1 as the recogniser gave it, before calibration. */
  readonly readConfidence: number;
}

/** A trace for every field of which something was seen. */
export type FieldTraces = Readonly<Partial<Record<KtpField, FieldTrace>>>;

/**
 * What the fields of one card say about each other and about the day in Indonesia.
 *
 * - `nikForm`: 16 digits, a province, a day of the calendar, a serial; the only one that can fail.
 * - `nikBirthDate`, `nikGender`: the NIK against the printed date and sex. A NIK is never corrected
 *   in life and the print is, so a difference is no failure.
 * - `nikArea`: the NIK's regency or city against the header; holders move.
 * - `areaChain`: kelurahan in kecamatan in city in province, by today's official list.
 * - `issueDate`: not before 2011 nor before the holder was 17, and not after today.
 * - `validity`: dated cards end on a birthday five years after issue. That day being past says
 *   nothing about a citizen's card: it is valid for life (UU 24/2013 art. 64).
 * - `placeOfIssue`: the header's city.
 * - `age`: 17 years or more today.
 * - `rtRw`: both numbers are there.
 * - `nationality`: citizens' cards are dated or for life, foreigners' are dated and not past.
 * - `portraitBackground`: red for odd years of birth, blue for even ones.
 */
export const CROSS_CHECKS = [
  'nikForm',
  'nikBirthDate',
  'nikGender',
  'nikArea',
  'areaChain',
  'issueDate',
  'validity',
  'placeOfIssue',
  'age',
  'rtRw',
  'nationality',
  'portraitBackground',
] as const;
export type CrossCheck = (typeof CROSS_CHECKS)[number];

/** `WARN` asks for a look, `FAIL` is only what cannot exist. */
export const CROSS_CHECK_OUTCOMES = ['PASS', 'WARN', 'FAIL'] as const;
export type CrossCheckOutcome = (typeof CROSS_CHECK_OUTCOMES)[number];

/** A check is absent when what it compares was not read. */
export type CrossChecks = Readonly<Partial<Record<CrossCheck, CrossCheckOutcome>>>;

export type QualitySign = 'blur' | 'glare' | 'obstruction' | 'crop' | 'photocopy' | 'screen';

/** Only signs that were measured are present: nothing is claimed to pass unseen. */
export type DocumentQuality = Readonly<Partial<Record<QualitySign, 'PASS' | 'FAIL'>>>;
