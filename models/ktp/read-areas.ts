import type { AreaDirectory, AreaMatch } from './areas.js';
import type { FieldValue } from './read-value.js';

export interface ReadAreas {
  readonly province: FieldValue | null;
  readonly city: FieldValue | null;
  readonly kecamatan: FieldValue | null;
  readonly kelurahan: FieldValue | null;
}

/** How the header names provinces that the list names otherwise. */
const PROVINCE_ALIASES: Readonly<Record<string, string>> = {
  'DAERAH KHUSUS IBUKOTA JAKARTA': 'DKI JAKARTA',
  'D.I. YOGYAKARTA': 'DAERAH ISTIMEWA YOGYAKARTA',
  'DI YOGYAKARTA': 'DAERAH ISTIMEWA YOGYAKARTA',
  'NANGGROE ACEH DARUSSALAM': 'ACEH',
};
/**
 * A name that was read this surely gives way only to an entry that stands alone: PASAR III, where
 * the list knows PASAR I and PASAR II, is a newer village and no misreading.
 */
const SURE = 0.97;
const LONELY_MARGIN = 3;

/**
 * Corrects the four area names with the official list, from the province down, each within its
 * parent only. Where a parent is unknown the names below it stay as they were read.
 */
export function correctAreas(read: ReadAreas, areas: AreaDirectory): ReadAreas {
  const provinceName = read.province?.value ?? '';
  const province = areas.find(PROVINCE_ALIASES[provinceName] ?? provinceName, '');
  const city = findBelow(read.city, province, areas);
  const kecamatan = findBelow(read.kecamatan, city, areas);
  const kelurahan = findBelow(read.kelurahan, kecamatan, areas);
  return {
    province: provinceName in PROVINCE_ALIASES ? read.province : correct(read.province, province),
    city: correct(read.city, city),
    kecamatan: correct(read.kecamatan, kecamatan),
    kelurahan: correct(read.kelurahan, kelurahan),
  };
}

function findBelow(
  read: FieldValue | null,
  parent: AreaMatch | null,
  areas: AreaDirectory,
): AreaMatch | null {
  return read === null || parent === null ? null : areas.find(read.value, parent.area.code);
}

function correct(read: FieldValue | null, match: AreaMatch | null): FieldValue | null {
  if (read === null || match === null) return read;
  const { name } = match.area;
  if (match.distance === 0) {
    // The recogniser drops spaces and hardly invents them: more of them is the truer spelling.
    return { ...read, value: countSpaces(read.value) > countSpaces(name) ? read.value : name };
  }
  if (read.confidence >= SURE && match.margin < LONELY_MARGIN) return read;
  return { value: name, confidence: read.confidence * (1 - match.distance / name.length) };
}

function countSpaces(text: string): number {
  return text.split(' ').length;
}
