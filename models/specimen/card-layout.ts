/** The drawn card in pixels: ID-1, 85.60 × 53.98 mm, about 424 dots per inch. */
export const CARD = { width: 1428, height: 900 } as const;

/** Columns as fractions of the card's width. */
export const COLUMNS = {
  label: 0.025,
  indentedLabel: 0.08,
  colon: 0.25,
  value: 0.265,
  bloodLabel: 0.5,
  bloodColon: 0.625,
  bloodValue: 0.64,
  /** Right edge of the longest value: the portrait begins at 0.75. */
  valueEnd: 0.735,
} as const;

/** Vertical centres of the lines as fractions of the card's height, as on the printed card. */
export const ROWS = {
  province: 0.077,
  city: 0.135,
  nik: 0.25,
  name: 0.325,
  birth: 0.374,
  gender: 0.42,
  address: 0.468,
  rtRw: 0.516,
  kelurahan: 0.564,
  kecamatan: 0.612,
  religion: 0.66,
  maritalStatus: 0.708,
  occupation: 0.756,
  nationality: 0.804,
  validUntil: 0.852,
  placeOfIssue: 0.738,
  dateOfIssue: 0.784,
  signature: 0.87,
  mark: 0.945,
} as const;

/** Font sizes in pixels: capitals are 0.026 of the card's height, those of the header 0.04. */
export const FONT_SIZES = { value: 34, label: 34, header: 50, issue: 30, mark: 26 } as const;

/** The portrait, 3:4. */
export const PORTRAIT = { left: 1074, top: 250, width: 288, height: 384 } as const;

/** The 16 digits span from here to just before the portrait. */
export const NIK_LINE = { labelX: 0.03, colonX: 0.213, digitsX: 0.252, scale: 0.43 } as const;
