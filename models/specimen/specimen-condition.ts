/**
 * How a specimen is shown. `flat` is the bare card, `photocopy` a grey copy of it; the others are
 * photographs of the card on a desk with one fault each, `photo` with none, `screen` of a monitor
 * that shows the card. From `cropped` on the fault takes values away that no reader can get back.
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
  'screen',
  'cropped',
  'obstructed',
  'overexposed',
  'motion',
] as const;

export type SpecimenCondition = (typeof SPECIMEN_CONDITIONS)[number];
