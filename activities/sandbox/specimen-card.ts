import type { KtpConfidence, KtpDetails } from '../../contract/ktp-details.js';

/** The card of nobody: no region has the code 00, so the NIK can never be issued. */
export const SPECIMEN_CARD: KtpDetails = {
  nik: '0000000101900001',
  name: 'CONTOH SANDBOX',
  placeOfBirth: 'CONTOH',
  dateOfBirth: '1990-01-01',
  gender: 'MALE',
  bloodType: 'O',
  address: 'JL. CONTOH NO. 1',
  rt: '001',
  rw: '002',
  kelurahan: 'CONTOH',
  kecamatan: 'CONTOH',
  city: 'KOTA CONTOH',
  province: 'CONTOH',
  religion: 'ISLAM',
  maritalStatus: 'BELUM KAWIN',
  occupation: 'KARYAWAN SWASTA',
  nationality: 'WNI',
  validUntil: 'SEUMUR HIDUP',
  placeOfIssue: 'KOTA CONTOH',
  dateOfIssue: '2020-01-01',
};

export const SPECIMEN_CONFIDENCE: KtpConfidence = Object.fromEntries(
  Object.keys(SPECIMEN_CARD).map((field) => [field, 0.99]),
);
