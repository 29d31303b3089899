import {
  LETTERS_PER_LONELY_ERROR,
  LONELY_MARGIN,
  withoutKind,
  type AreaDirectory,
  type AreaMatch,
} from './areas.js';
import { editDistance } from './edit-distance.js';
import { lettersOf } from './closed-lists.js';
import { explainChange } from './explain-change.js';
import { findAreas, type AreaMatches } from './find-areas.js';
import { rawTextOf, type FieldValue } from './read-value.js';

export interface ReadAreas {
  readonly province: FieldValue | null;
  readonly city: FieldValue | null;
  readonly kecamatan: FieldValue | null;
  readonly kelurahan: FieldValue | null;
}

/**
 * A name that was read this surely gives way only to an entry that stands alone: PASAR III, where
 * the list knows PASAR I and PASAR II, is a newer village and no misreading.
 */
const SURE = 0.97;

/**
 * Corrects the four area names with the official list, from the province down, each within its
 * parent only. Where a parent is unknown the names below it stay as they were read.
 */
export function correctAreas(
  read: ReadAreas,
  areas: AreaDirectory,
): ReadAreas & { readonly matches: AreaMatches } {
  const matches = findAreas(
    {
      province: read.province?.value ?? null,
      city: read.city?.value ?? null,
      kecamatan: read.kecamatan?.value ?? null,
      kelurahan: read.kelurahan?.value ?? null,
    },
    areas,
  );
  return {
    province: correct(read.province, matches.province),
    city: correct(read.city, matches.city),
    kecamatan: correct(read.kecamatan, matches.kecamatan),
    kelurahan: correct(read.kelurahan, matches.kelurahan),
    matches,
  };
}

/** The header's city again, mostly without KABUPATEN or KOTA. */
export function correctPlaceOfIssue(
  read: FieldValue | null,
  city: AreaMatch | null,
  areas: AreaDirectory,
): FieldValue | null {
  if (read === null || city === null) return correctPlace(read, areas);
  const name = withoutKind(city.area.name);
  const distance = editDistance(lettersOf(read.value), lettersOf(name));
  if (distance > Math.floor(lettersOf(name).length / LETTERS_PER_LONELY_ERROR))
    return correctPlace(read, areas);
  return correct(read, { area: { ...city.area, name }, distance, margin: LONELY_MARGIN });
}

/** A place that mostly is a regency or city, and may be any village. */
export function correctPlace(read: FieldValue | null, areas: AreaDirectory): FieldValue | null {
  return read && correct(read, areas.findPlace(read.value));
}

function correct(read: FieldValue | null, match: AreaMatch | null): FieldValue | null {
  if (read === null) return null;
  if (match === null) return { ...read, isListed: false };
  const { name } = match.area;
  if (match.distance === 0) {
    // The recogniser drops spaces and hardly invents them: more of them is the truer spelling.
    const isSpaced = countSpaces(read.value) > countSpaces(name) && !isJoined(read);
    const value = isSpaced ? read.value : name;
    return { ...read, value, ...explainChange(rawTextOf(read.characters), value), isListed: true };
  }
  if (read.confidence >= SURE && match.margin < LONELY_MARGIN) return { ...read, isListed: false };
  return {
    ...read,
    value: name,
    reason: 'AREA',
    distance: match.distance,
    confidence: read.confidence * (1 - match.distance / name.length),
    isListed: true,
  };
}

/** A value of two pieces, with a space between them that nobody saw. */
function isJoined({ characters }: FieldValue): boolean {
  return characters.some(({ character, position }) => character === ' ' && position === 0);
}

function countSpaces(text: string): number {
  return text.split(' ').length;
}
