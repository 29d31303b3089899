import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';

/** Area names are from idn-area-data (ODbL 1.0), which follows Kemendagri's list. */
export interface Area {
  /** Kemendagri code, dotted: `31`, `31.75`, `31.75.04`, `31.75.04.1001`. */
  readonly code: string;
  /** As a card prints it: in capitals, with an apostrophe and no other quote. */
  readonly name: string;
}

/** How the card writes what the list spells out, and what in the list nobody would print. */
const PRINTED_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^KOTA ADMINISTRASI /, ''],
  [/^KABUPATEN ADMINISTRASI /, ''],
  // Ja"an, Regapu’u.
  [/["’`]/g, "'"],
  // Teuw*
  [/\*/g, ''],
  // Losung Batu. After a shorter word a dot may stand for the rest of it: Kalikur WL.
  [/(?<=[A-Z]{3})\.$/, ''],
];

/** All 91,000 areas of the package. */
export async function listAreas(): Promise<Area[]> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  return levels.flatMap((level) =>
    level.map(({ code, name }) => ({ code, name: toPrintedName(name.toUpperCase()) })),
  );
}

function toPrintedName(name: string): string {
  return PRINTED_NAMES.reduce((text, [pattern, printed]) => text.replace(pattern, printed), name);
}
