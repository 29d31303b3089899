import type { DocumentQuality, QualitySign } from '../../../contract/ktp-details.js';
import type { CardSign, CardSignName } from '../../card/card-sign.js';

/** What the wire says of which signs: a shaken picture is a blurred one there, a print is a copy. */
const WIRE_SIGNS: Readonly<Partial<Record<CardSignName, QualitySign>>> = {
  blur: 'blur',
  motion: 'blur',
  glare: 'glare',
  obstruction: 'obstruction',
  crop: 'crop',
  photocopy: 'photocopy',
  print: 'photocopy',
  screen: 'screen',
};

/** The measured signs as the wire shows them; what was not measured stays absent. */
export function assessQuality(signs: readonly CardSign[]): DocumentQuality {
  const quality: Partial<Record<QualitySign, 'PASS' | 'FAIL'>> = {};
  for (const { name, isFault } of signs) {
    const wire = WIRE_SIGNS[name];
    if (wire !== undefined && quality[wire] !== 'FAIL') quality[wire] = isFault ? 'FAIL' : 'PASS';
  }
  return quality;
}
