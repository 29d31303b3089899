import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { editDistance } from './edit-distance.js';
import { lettersOf } from './closed-lists.js';

/** Area names are from idn-area-data (ODbL 1.0), which follows Kemendagri's list. */
export interface Area {
  /** Kemendagri code, dotted: `31`, `31.75`, `31.75.04`, `31.75.04.1001`. */
  readonly code: string;
  /** Capitals. */
  readonly name: string;
}

export interface AreaMatch {
  readonly area: Area;
  /** Letters that differ. */
  readonly distance: number;
  /** How many more differ from the next nearest sibling. */
  readonly margin: number;
}

export interface AreaDirectory {
  /**
   * The area below `parent` (`''` for the provinces) whose name is nearest, or `null` when none is
   * close. Names repeat across Indonesia: 290 districts do, so only children are compared.
   */
  find(name: string, parent: string): AreaMatch | null;
  /** The nearest of all regencies and cities, by the whole name. */
  findRegency(name: string): AreaMatch | null;
  /** The same by the name without KABUPATEN or KOTA, which is also the name in the answer. */
  findPlace(name: string): AreaMatch | null;
  /** Whether today's list has this dotted code. */
  has(code: string): boolean;
}

/** One wrong letter in six. */
const LETTERS_PER_ERROR = 6;
/** One in four where no sibling is nearly as near: MESLAUI TIMUR can only be MESUJI TIMUR. */
export const LETTERS_PER_LONELY_ERROR = 4;
/** An entry this much nearer than the next stands alone. */
export const LONELY_MARGIN = 3;
/** How the card writes what the list spells out. */
const PRINTED_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^KOTA ADMINISTRASI /, ''],
  [/^KABUPATEN ADMINISTRASI /, ''],
];

/** An area with the letters it is compared by. */
interface Entry {
  readonly area: Area;
  readonly letters: string;
}

export function createAreaDirectory(areas: readonly Area[]): AreaDirectory {
  const children = writeChildren(areas);
  const regencies = areas.filter(({ code }) => code.split('.').length === 2);
  const places = new Map(regencies.map((area) => [withoutKind(area.name), area]));
  const regencyEntries = toEntries(regencies);
  const placeEntries = toEntries([...places].map(([name, { code }]) => ({ code, name })));
  return {
    find: (name, parent) => findNearest(name, toEntries(readAreas(children.get(parent) ?? ''))),
    findRegency: (name) => findNearest(name, regencyEntries),
    findPlace: (name) => findNearest(name, placeEntries),
    has: (code) => children.get(parentOf(code))?.includes(`\n${code}\t`) ?? false,
  };
}

/**
 * The areas below each one as a text with a line for each: its code, a tab, its name. Objects for all of them were
 * most of what the garbage collector went through, several times for each picture that is read.
 */
function writeChildren(areas: readonly Area[]): Map<string, string> {
  const lines = new Map<string, string[]>();
  for (const { code, name } of areas) {
    const line = `\n${code}\t${name}`;
    const siblings = lines.get(parentOf(code));
    if (siblings === undefined) lines.set(parentOf(code), [line]);
    else siblings.push(line);
  }
  return new Map([...lines].map(([parent, own]) => [parent, own.join('')]));
}

function readAreas(text: string): Area[] {
  return text
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', name = ''] = line.split('\t');
      return { code, name };
    });
}

function parentOf(code: string): string {
  return code.split('.').slice(0, -1).join('.');
}

function toEntries(areas: readonly Area[]): Entry[] {
  return areas.map((area) => ({ area, letters: lettersOf(area.name) }));
}

/** The name of a regency or city as a place of birth or of issue has it. */
export function withoutKind(name: string): string {
  return name.replace(/^(KABUPATEN|KAB\.?|KOTA) (ADM(INISTRASI|\.)? )?/, '');
}

function findNearest(name: string, entries: readonly Entry[]): AreaMatch | null {
  const wanted = lettersOf(name);
  // Most names are read as they are listed, and comparing all letters of all names takes time.
  const exact = entries.find(({ letters }) => letters === wanted);
  if (exact !== undefined) return { area: exact.area, distance: 0, margin: LONELY_MARGIN };
  // A name that differs more in length alone is neither near nor a rival.
  const maxGap = Math.ceil(wanted.length / LETTERS_PER_LONELY_ERROR) + LONELY_MARGIN;
  let best = { entry: null as Entry | null, distance: Infinity };
  let second = Infinity;
  for (const entry of entries) {
    if (Math.abs(entry.letters.length - wanted.length) > maxGap) continue;
    const distance = editDistance(wanted, entry.letters);
    if (distance < best.distance) {
      second = best.distance;
      best = { entry, distance };
    } else second = Math.min(second, distance);
  }
  if (best.entry === null) return null;
  const { area, letters } = best.entry;
  const margin = second - best.distance;
  const perError = margin >= LONELY_MARGIN ? LETTERS_PER_LONELY_ERROR : LETTERS_PER_ERROR;
  if (best.distance > Math.floor(letters.length / perError)) return null;
  if (best.distance > 0 && margin === 0) return null;
  return { area, distance: best.distance, margin };
}

/** All 91,000 areas of the package; a quarter of a second, once per process. */
export async function loadAreaDirectory(): Promise<AreaDirectory> {
  const levels = await Promise.all([getProvinces(), getRegencies(), getDistricts(), getVillages()]);
  return createAreaDirectory(
    levels.flatMap((level) =>
      level.map(({ code, name }) => ({ code, name: toPrintedName(name.toUpperCase()) })),
    ),
  );
}

function toPrintedName(name: string): string {
  return PRINTED_NAMES.reduce((text, [pattern, printed]) => text.replace(pattern, printed), name);
}
