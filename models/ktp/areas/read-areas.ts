import { withoutKind } from './area-kind.js';
import type { AreaDirectory, AreaMatch } from './areas.js';
import { choosePlace } from './choose-place.js';
import { lettersOf } from '../spelling/closed-lists.js';
import { explainChange } from '../spelling/explain-change.js';
import { findAreas, type AreaMatches } from './find-areas.js';
import { lowerConfidence, rawTextOf, type FieldValue } from '../fields/read-value.js';
import type { ListedText } from '../spelling/snap-to-list.js';

export interface ReadAreas {
  readonly province: FieldValue | null;
  readonly city: FieldValue | null;
  readonly kecamatan: FieldValue | null;
  readonly kelurahan: FieldValue | null;
}

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
      province: toListed(read.province),
      city: toListed(read.city),
      kecamatan: toListed(read.kecamatan),
      kelurahan: toListed(read.kelurahan),
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
  const area = { ...city.area, name: withoutKind(city.area.name) };
  if (lettersOf(read.value) === lettersOf(area.name)) return correct(read, { area, distance: 0 });
  const place = areas.findPlace(listed(read));
  const snap = place?.distance === 0 ? null : choosePlace(listed(read), area.name, areas.places);
  return snap === null
    ? correct(read, place)
    : correct(read, { ...snap, area: { ...area, name: snap.value } });
}

/** A place that mostly is a regency or city, and may be any village. */
export function correctPlace(read: FieldValue | null, areas: AreaDirectory): FieldValue | null {
  return read && correct(read, areas.findPlace(listed(read)));
}

function toListed(read: FieldValue | null): ListedText | null {
  return read && listed(read);
}

function listed({ value, scores }: FieldValue): ListedText {
  return { text: value, scores };
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
  return {
    ...read,
    value: name,
    reason: 'AREA',
    distance: match.distance,
    confidence: lowerConfidence(read.confidence, name, match.distance),
    isListed: true,
    ...(match.choice && { choice: match.choice }),
  };
}

/** A value of two pieces, with a space between them that nobody saw. */
function isJoined({ characters }: FieldValue): boolean {
  return characters.some(({ character, position }) => character === ' ' && position === 0);
}

function countSpaces(text: string): number {
  return text.split(' ').length;
}
