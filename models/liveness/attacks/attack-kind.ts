/**
 * What the generator makes of a photograph of a face.
 *
 * - `live`: the world itself, seen by the same camera. - `print`: the photograph on paper.
 * - `replay`: on a display. - `recapture`: a print of a picture of a display.
 * - `cut-out`: a print cut along the head. - `injection`: the file itself, no camera.
 */
export const ATTACK_KINDS = [
  'live',
  'print',
  'replay',
  'recapture',
  'cut-out',
  'injection',
] as const;

export type AttackKind = (typeof ATTACK_KINDS)[number];
