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
}

/** One wrong letter in six. */
const LETTERS_PER_ERROR = 6;
/** How the card writes what the list spells out. */
const PRINTED_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^KOTA ADMINISTRASI /, ''],
  [/^KABUPATEN ADMINISTRASI /, ''],
];

export function createAreaDirectory(areas: readonly Area[]): AreaDirectory {
  const children = new Map<string, Area[]>();
  for (const area of areas) {
    const parent = area.code.split('.').slice(0, -1).join('.');
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [area]);
    else siblings.push(area);
  }
  return {
    find(name, parent) {
      const wanted = lettersOf(name);
      const [best, second] = (children.get(parent) ?? [])
        .map((area) => ({ area, distance: editDistance(wanted, lettersOf(area.name)) }))
        .sort((a, b) => a.distance - b.distance);
      if (best === undefined) return null;
      const allowed = Math.floor(lettersOf(best.area.name).length / LETTERS_PER_ERROR);
      const margin = (second?.distance ?? Infinity) - best.distance;
      if (best.distance > allowed || (best.distance > 0 && margin === 0)) return null;
      return { ...best, margin };
    },
  };
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
