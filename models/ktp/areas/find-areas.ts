import { withListedKind } from './area-kind.js';
import type { AreaDirectory, AreaMatch } from './areas.js';
import type { ListedText } from '../spelling/snap-to-list.js';
import { provincesSplitFrom } from './retired-areas.js';

export interface AreaNames {
  readonly province: ListedText | null;
  readonly city: ListedText | null;
  readonly kecamatan: ListedText | null;
  readonly kelurahan: ListedText | null;
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
/** Nats. Without a known province a city is looked for among all 514, and must stand clear of the next. */
const COUNTRYWIDE_MARGIN = 3;

/**
 * The official areas a card names, from the province down, each within the one above. A name that is
 * only another way of writing its area matches with distance 0.
 */
export function findAreas(names: AreaNames, areas: AreaDirectory): AreaMatches {
  const province = names.province === null ? null : findProvince(names.province, areas);
  const city = names.city === null ? null : findCity(names.city, province, areas);
  const kecamatan = findBelow(names.kecamatan, city, areas);
  const kelurahan = findKelurahan(names.kelurahan, kecamatan, areas);
  return { province, city, kecamatan, kelurahan };
}

function findProvince(name: ListedText, areas: AreaDirectory): AreaMatch | null {
  const alias = PROVINCE_ALIASES[name.text];
  return alias === undefined
    ? areas.find(name, '')
    : keepName(areas.find({ text: alias }, ''), name.text);
}

function findCity(
  name: ListedText,
  province: AreaMatch | null,
  areas: AreaDirectory,
): AreaMatch | null {
  const find = (wanted: ListedText) =>
    province === null ? findCountrywide(wanted, areas) : findIn(province.area.code, wanted, areas);
  return find(name) ?? keepName(find({ text: withListedKind(name.text) }), name.text);
}

function findCountrywide(name: ListedText, areas: AreaDirectory): AreaMatch | null {
  const match = areas.findRegency(name);
  const isClear = (match?.choice?.margin ?? Infinity) >= COUNTRYWIDE_MARGIN;
  return isClear ? match : null;
}

function findIn(province: string, name: ListedText, areas: AreaDirectory): AreaMatch | null {
  for (const parent of [province, ...provincesSplitFrom(province)]) {
    const match = areas.find(name, parent);
    if (match !== null) return match;
  }
  return null;
}

/** The area is this one, and its printed name is as good as the list's. */
function keepName(match: AreaMatch | null, name: string): AreaMatch | null {
  return match && { area: { ...match.area, name }, distance: 0 };
}

function findBelow(
  name: ListedText | null,
  parent: AreaMatch | null,
  areas: AreaDirectory,
): AreaMatch | null {
  return name === null || parent === null ? null : areas.find(name, parent.area.code);
}

/** As the names of Palembang's kelurahan count: 1 ILIR, 9-10 ULU. */
const NUMBERS = [
  'NOL',
  'SATU',
  'DUA',
  'TIGA',
  'EMPAT',
  'LIMA',
  'ENAM',
  'TUJUH',
  'DELAPAN',
  'SEMBILAN',
  'SEPULUH',
  'SEBELAS',
];
const NUMBERED = /^(\d{1,2})(?:[- ]+(\d{1,2}))? +(?=[A-Z])/;

/** Cards print in figures what the list spells out: SATU ILIR. */
function findKelurahan(
  name: ListedText | null,
  kecamatan: AreaMatch | null,
  areas: AreaDirectory,
): AreaMatch | null {
  const spelt = name?.text.replace(NUMBERED, spellNumbers);
  if (name === null || spelt === undefined || spelt === name.text)
    return findBelow(name, kecamatan, areas);
  const match = findBelow({ text: spelt }, kecamatan, areas);
  return match?.distance === 0 ? keepName(match, name.text) : findBelow(name, kecamatan, areas);
}

function spellNumbers(_: string, first: string, second?: string): string {
  const figures = second === undefined ? [first] : [first, second];
  return figures.map((figure) => `${NUMBERS[Number(figure)] ?? figure} `).join('');
}
