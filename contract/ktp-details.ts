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

export type QualitySign = 'blur' | 'glare' | 'obstruction' | 'crop' | 'photocopy' | 'screen';

/** Only signs that were measured are present: nothing is claimed to pass unseen. */
export type DocumentQuality = Readonly<Partial<Record<QualitySign, 'PASS' | 'FAIL'>>>;
