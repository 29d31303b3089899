/**
 * What the generator makes of a photograph of a face.
 *
 * - `live`: the world itself, seen by the same camera. - `print`: the photograph on paper.
 * - `replay`: on a display. - `recapture`: a print of a picture of a display.
 * - `cut-out`: a print cut along the head. - `injection`: the file itself, no camera.
 * - `worn-mask`: somebody else's face on paper or a shell, worn by the person of the photograph.
 */
export const ATTACK_KINDS = [
  'live',
  'print',
  'replay',
  'recapture',
  'cut-out',
  'injection',
  'worn-mask',
] as const;

export type AttackKind = (typeof ATTACK_KINDS)[number];

/** Attacks that nothing may be fitted on: what they do says how far the others carry. */
export const UNFITTED_KINDS: ReadonlySet<string> = new Set<AttackKind>(['worn-mask']);
