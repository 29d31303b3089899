import type { CardStyle, Portrait } from './card-style.js';

/** The drawn card in pixels: ID-1, 85.60 × 53.98 mm, about 424 dots per inch. */
export const CARD = { width: 1428, height: 900 } as const;

/** The portrait of a specimen, 3:4. */
export const PORTRAIT: Portrait = { left: 1074, top: 250, width: 288, height: 384 };

/** The style of all specimens for demos and tests: positions as on the printed card. */
export const CLASSIC_STYLE: CardStyle = {
  typeface: 'arimo',
  labels: {
    name: 'Nama',
    birth: 'Tempat/Tgl Lahir',
    gender: 'Jenis Kelamin',
    bloodType: 'Gol. Darah',
    address: 'Alamat',
    rtRw: 'RT/RW',
    kelurahan: 'Kel/Desa',
    kecamatan: 'Kecamatan',
    religion: 'Agama',
    maritalStatus: 'Status Perkawinan',
    occupation: 'Pekerjaan',
    citizenship: 'Kewarganegaraan',
    validUntil: 'Berlaku Hingga',
  },
  columns: {
    label: 0.025,
    indentedLabel: 0.08,
    colon: 0.25,
    value: 0.265,
    bloodLabel: 0.5,
    bloodColon: 0.625,
    bloodValue: 0.64,
    valueEnd: 0.735,
  },
  rows: {
    province: 0.077,
    city: 0.135,
    nik: 0.25,
    first: 0.325,
    pitch: 0.0479,
    placeOfIssue: 0.738,
    dateOfIssue: 0.784,
    signature: 0.87,
  },
  // Capitals are 0.026 of the card's height, those of the header 0.04.
  sizes: { value: 34, label: 34, header: 50, issue: 30 },
  weights: { value: 700, label: 600 },
  letterSpacing: 0,
  squeeze: 1,
  wrapsLongValues: false,
  nik: {
    face: 'ocr-a',
    labelX: 0.03,
    colonX: 0.213,
    digitsX: 0.252,
    scale: 0.43,
    strokeWidth: 18,
  },
  portrait: PORTRAIT,
  ink: '#14171c',
  palette: {
    sheet: ['#c3e3f6', '#d9eefa', '#bfe0f3'],
    islands: '#eef8fd',
    waves: '#86bddb',
    lettering: '#7fb2cf',
    strength: 1,
  },
  marks: { inCorners: true, atFoot: true, onPortrait: false, wordOpacity: 0.09 },
};
