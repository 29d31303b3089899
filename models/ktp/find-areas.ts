import type { AreaDirectory, AreaMatch } from './areas.js';
import { provincesSplitFrom } from './retired-areas.js';

export interface AreaNames {
  readonly province: string | null;
  readonly city: string | null;
  readonly kecamatan: string | null;
  readonly kelurahan: string | null;
}

export type AreaMatches = Readonly<Record<keyof AreaNames, AreaMatch | null>>;

/** How the header names provinces that the list names otherwise. */
const PROVINCE_ALIASES: Readonly<Record<string, string>> = {
  'DAERAH KHUSUS IBUKOTA JAKARTA': 'DKI JAKARTA',
  'DAERAH KHUSUS IBU KOTA JAKARTA': 'DKI JAKARTA',
  'DAERAH KHUSUS JAKARTA': 'DKI JAKARTA',
  'D.I. YOGYAKARTA': 'DAERAH ISTIMEWA YOGYAKARTA',
  'DI YOGYAKARTA': 'DAERAH ISTIMEWA YOGYAKARTA',
  'NANGGROE ACEH DARUSSALAM': 'ACEH',
};
/** Without a known province a city is looked for among all 514, and must stand clear of the next. */
const COUNTRYWIDE_MARGIN = 2;

/**
 * The official areas a card names, from the province down, each within the one above. A name that is
 * only another way of writing its area matches with distance 0.
 */
export function findAreas(names: AreaNames, areas: AreaDirectory): AreaMatches {
  const province = names.province === null ? null : findProvince(names.province, areas);
  const city = names.city === null ? null : findCity(names.city, province, areas);
  const kecamatan = findBelow(names.kecamatan, city, areas);
  const kelurahan = findBelow(names.kelurahan, kecamatan, areas);
  return { province, city, kecamatan, kelurahan };
}

function findProvince(name: string, areas: AreaDirectory): AreaMatch | null {
  const alias = PROVINCE_ALIASES[name];
  return alias === undefined ? areas.find(name, '') : keepName(areas.find(alias, ''), name);
}

function findCity(
  name: string,
  province: AreaMatch | null,
  areas: AreaDirectory,
): AreaMatch | null {
  const find = (wanted: string) =>
    province === null ? findCountrywide(wanted, areas) : findIn(province.area.code, wanted, areas);
  return find(name) ?? keepName(find(toListedCity(name)), name);
}

function findCountrywide(name: string, areas: AreaDirectory): AreaMatch | null {
  const match = areas.findRegency(name);
  const isClear = match !== null && (match.distance === 0 || match.margin >= COUNTRYWIDE_MARGIN);
  return isClear ? match : null;
}

function findIn(province: string, name: string, areas: AreaDirectory): AreaMatch | null {
  for (const parent of [province, ...provincesSplitFrom(province)]) {
    const match = areas.find(name, parent);
    if (match !== null) return match;
  }
  return null;
}

/** `KAB. BOGOR` is in the list with its whole word, and Jakarta's cities without any. */
function toListedCity(name: string): string {
  return name
    .replace(/^KAB(\.\s*|\s+)/, 'KABUPATEN ')
    .replace(/^KOTA (ADM(INISTRASI|\.)? ?)?(?=JAKARTA )/, '');
}

/** The area is this one, and its printed name is as good as the list's. */
function keepName(match: AreaMatch | null, name: string): AreaMatch | null {
  return match && { ...match, distance: 0, area: { ...match.area, name } };
}

function findBelow(
  name: string | null,
  parent: AreaMatch | null,
  areas: AreaDirectory,
): AreaMatch | null {
  return name === null || parent === null ? null : areas.find(name, parent.area.code);
}
