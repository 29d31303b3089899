import type { FaceDescription } from '../face/describe-face.js';
import type { ComparedFaces } from '../face/face-matcher.js';
import type { PanelRow } from './list-panel-rows.js';
import { PALETTE } from './palette.js';

/** What was compared, and with what result. */
export interface ShownMatch {
  readonly a: FaceDescription;
  readonly b: FaceDescription;
  readonly match: ComparedFaces;
}

/** What a face match concluded and measured, from the verdict down. */
export function listFaceRows({ a, b, match }: ShownMatch): PanelRow[] {
  const { faceMatchScore, verdict, reasonCode, isInDoubt } = match;
  const colours = { PASS: PALETTE.sure, RETRY: PALETTE.unsure, REJECT: PALETTE.poor };
  const score = faceMatchScore === null ? 'none' : faceMatchScore.toFixed(4);
  return [
    { kind: 'TITLE', text: verdict, colour: colours[verdict] },
    ...(reasonCode === null ? [] : [{ kind: 'ROW' as const, text: reasonCode }]),
    { kind: 'ROW', text: 'score (0.5 is the operating point)', value: score },
    { kind: 'ROW', text: 'in doubt', value: isInDoubt ? 'yes' : 'no' },
    ...listDescription('First picture', a),
    ...listDescription('Second picture', b),
  ];
}

function listDescription(heading: string, description: FaceDescription): PanelRow[] {
  const { quality, face, seen, isPortrait, reasonCode } = description;
  const row = (text: string, value: number | null | undefined, digits: number): PanelRow[] =>
    value === null || value === undefined
      ? []
      : [{ kind: 'ROW', text, value: value.toFixed(digits) }];
  return [
    { kind: 'HEADING', text: isPortrait ? `${heading}: portrait on a card` : heading },
    ...(reasonCode === null ? [] : [{ kind: 'ROW' as const, text: reasonCode }]),
    ...row('pixels between the eyes', quality?.eyeDistancePx, 0),
    ...row('brightness', quality?.brightness, 0),
    ...row('contrast', quality?.contrast, 0),
    ...row('sharpness', quality?.sharpness, 2),
    ...row('turn', quality?.turn, 2),
    ...row('drop of the nose', quality?.drop, 2),
    ...row('lean in degrees', quality?.roll, 0),
    ...row('strength', face?.strength, 2),
    ...row('other faces', seen.others.length === 0 ? null : seen.others.length, 0),
  ];
}
