/** Of the examples: drawn, nobody's. */
export const SUBMISSION_ID = '0198c7f0-0000-7000-8000-000000000001';

export const ISSUED_TOKEN = {
  token: 'eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl',
  expiry_seconds: '3600',
  expires_at: '1783336059',
};

const KTP_DETAILS = {
  nik: '0000000000000000',
  name: 'NAMA CONTOH',
  placeOfBirth: 'JAKARTA',
  dateOfBirth: '1990-01-31',
  gender: 'FEMALE',
  bloodType: null,
  address: 'JALAN CONTOH NO. 1',
  rt: '001',
  rw: '002',
  kelurahan: 'GAMBIR',
  kecamatan: 'GAMBIR',
  city: 'JAKARTA PUSAT',
  province: 'DKI JAKARTA',
  religion: 'ISLAM',
  maritalStatus: 'BELUM KAWIN',
  occupation: 'KARYAWAN SWASTA',
  nationality: 'WNI',
  validUntil: 'SEUMUR HIDUP',
  placeOfIssue: null,
  dateOfIssue: null,
};

export const FINISHED = {
  submissionId: SUBMISSION_ID,
  submissionType: 'KYC_LITE',
  userId: 'user-42',
  userIdType: 'SHOP_USER_ID',
  partnerSessionId: '5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11',
  status: 'COMPLETED',
  result: 'VALID',
  reasonCode: null,
  processedAt: '2026-11-22T02:00:00.000Z',
  submissionDetails: {
    ktpDetails: KTP_DETAILS,
    ktpConfidence: { nik: 0.99, name: 0.98, dateOfBirth: 0.99 },
    documentQuality: { blur: 'PASS', glare: 'PASS' },
    verificationResult: { document: 'PASS', liveness: 'PASS', faceMatch: 'PASS' },
    livenessScore: 0.98,
    faceMatchScore: 0.91,
  },
};

export const PUBLIC_ID = 'AAAAAAAAAAAAAAAAAAAAAA';

const SESSION = {
  submissionId: SUBMISSION_ID,
  partnerSessionId: '5f0c2c3e-7c1b-4a55-9f0f-6b6d0a8a3b11',
  flow: 'KYC_LITE',
  captures: ['KTP', 'SELFIE'],
  userLocale: 'id_ID',
  theme: 'NO_PREFERENCE',
  partnerTheme: { light: { accent: '#0f5c57' }, radius: 14, brandName: 'Toko Contoh' },
  resultScreen: 'KENALI',
  allowFileUpload: true,
  redirect: {
    success: 'https://shop.example/verified',
    failure: 'https://shop.example/not-verified',
  },
  role: 'PRIMARY',
  qr: { allowed: false, forced: false },
};

export const LAUNCHED_SESSION = {
  userToken: ISSUED_TOKEN.token,
  expiresAt: '2026-11-22T03:00:00.000Z',
  ...SESSION,
};

/** In a frame or popup of the Web SDK. */
export const EMBEDDED_SESSION = { ...SESSION, redirect: { success: null, failure: null } };

/** The envelope of every answer that is no failure. */
export function succeed<Data>(data: Data) {
  return { success: true, data };
}
