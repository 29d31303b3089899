/**
 * How a specimen is shown. `flat` is the bare card, `photocopy` a grey copy of it; the others are
 * photographs of the card on a desk with one fault each, `photo` with none.
 */
export const SPECIMEN_CONDITIONS = [
  'flat',
  'photo',
  'tilt',
  'rotated-90',
  'rotated-180',
  'dark',
  'glare',
  'blur',
  'low-resolution',
  'photocopy',
] as const;

export type SpecimenCondition = (typeof SPECIMEN_CONDITIONS)[number];
