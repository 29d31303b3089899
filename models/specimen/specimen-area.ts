import {
  getDistricts,
  getProvinces,
  getRegencies,
  getVillages,
  type District,
  type Province,
  type Regency,
  type Village,
} from 'idn-area-data';
import type { SpecimenRandom } from './specimen-random.js';

/** Provinces, regencies, districts and villages of Indonesia. */
export interface AreaTable {
  readonly provinces: readonly Province[];
  readonly regencies: readonly Regency[];
  readonly districts: readonly District[];
  readonly villages: readonly Village[];
}

/** A real village and everything above it, as a card prints them. */
export interface SpecimenArea {
  /** Six digits: province, regency, district. */
  readonly nikPrefix: string;
  readonly province: string;
  /** With KABUPATEN or KOTA; Jakarta's cities are printed without. */
  readonly city: string;
  readonly kecamatan: string;
  readonly kelurahan: string;
  /** The city's bare name, as in a place of birth or of issue. */
  readonly placeName: string;
}

/** Printable in one line of the value column. Real cards squeeze or cut the longer ones. */
const PRINTABLE_NAME = /^[A-Z][A-Z '-]{2,27}$/;
const CITY_KIND = /^(KABUPATEN|KOTA)( ADMINISTRASI)? /;
const JAKARTA = '31';

/** Reads the packaged table (idn-area-data, data under ODbL 1.0): 84,000 villages, 0.2 s. */
export async function loadAreaTable(): Promise<AreaTable> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies({ transform: true }),
    getDistricts({ transform: true }),
    getVillages({ transform: true }),
  ]);
  return { provinces, regencies, districts, villages };
}

export function pickArea(
  table: AreaTable,
  random: SpecimenRandom,
  printable: RegExp = PRINTABLE_NAME,
): SpecimenArea {
  const isPrintable = (name: string) => printable.test(name.toUpperCase());
  const regency = random.pick(table.regencies);
  const districtNames = new Map(
    table.districts
      .filter(({ regencyCode, name }) => regencyCode === regency.code && isPrintable(name))
      .map(({ code, name }) => [code, name]),
  );
  const village = random.pick(
    table.villages.filter(
      ({ districtCode, name }) => districtNames.has(districtCode) && isPrintable(name),
    ),
  );
  const province = table.provinces.find(({ code }) => code === regency.provinceCode);
  return {
    nikPrefix: village.districtCode.replaceAll('.', ''),
    province: province?.name ?? '',
    city: nameCity(regency.name, regency.provinceCode),
    kecamatan: (districtNames.get(village.districtCode) ?? '').toUpperCase(),
    kelurahan: village.name.toUpperCase(),
    placeName: nameOnly(regency.name),
  };
}

/** A place of birth somewhere in the country. */
export function pickPlaceName(table: AreaTable, random: SpecimenRandom): string {
  return nameOnly(random.pick(table.regencies).name);
}

function nameOnly(regencyName: string): string {
  return regencyName.replace(CITY_KIND, '');
}

function nameCity(name: string, provinceCode: string): string {
  return provinceCode === JAKARTA ? nameOnly(name) : name;
}
