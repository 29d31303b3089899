import { withoutKind } from './area-kind.js';
import { listAreas, type Area } from './list-areas.js';
import { snapToList, type ListedText, type Snap } from '../spelling/snap-to-list.js';

export interface AreaMatch extends Pick<Snap, 'distance' | 'choice'> {
  readonly area: Area;
}

export interface AreaDirectory {
  /**
   * The area below `parent` (`''` for the provinces) whose name was meant, or `null` when none is
   * likely. Names repeat across Indonesia: 290 districts do, so only children are compared.
   */
  find(name: ListedText, parent: string): AreaMatch | null;
  /** The nearest of all regencies and cities, by the whole name. */
  findRegency(name: ListedText): AreaMatch | null;
  /** The same by the name without KABUPATEN or KOTA, which is also the name in the answer. */
  findPlace(name: ListedText): AreaMatch | null;
  /** All of those names. */
  readonly places: readonly string[];
  /** Whether today's list has this dotted code. */
  has(code: string): boolean;
}

/**
 * Nats by which a name may be likelier than its entry: villages are new, and PASAR III, where the list knows
 * PASAR I and PASAR II, is no misreading. The names of 320 cards of the tune split that were misread cost
 * 5.0 at most.
 */
const MAX_PENALTY = 6;

export function createAreaDirectory(areas: readonly Area[]): AreaDirectory {
  const children = writeChildren(areas);
  const regencies = areas.filter(({ code }) => code.split('.').length === 2);
  const places = new Map(regencies.map((area) => [withoutKind(area.name), area]));
  const placeAreas = [...places].map(([name, { code }]) => ({ code, name }));
  return {
    find: (name, parent) => findNearest(name, readAreas(children.get(parent) ?? '')),
    findRegency: (name) => findNearest(name, regencies),
    findPlace: (name) => findNearest(name, placeAreas),
    places: [...places.keys()],
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

function findNearest(name: ListedText, areas: readonly Area[]): AreaMatch | null {
  const snap = snapToList(
    name,
    areas.map((area) => area.name),
    MAX_PENALTY,
  );
  const area = snap && areas.find((own) => own.name === snap.value);
  if (!area) return null;
  const { distance, choice } = snap;
  return { area, distance, ...(choice && { choice }) };
}

/** A quarter of a second, once per process. */
export async function loadAreaDirectory(): Promise<AreaDirectory> {
  return createAreaDirectory(await listAreas());
}
