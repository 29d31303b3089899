import type { AreaDirectory } from '../../ktp/areas/areas.js';
import type { EngineFailure, EngineProcess } from '../engines/engine-process.js';
import type { EngineAnswer } from './engine-answer.js';

import { judgePicture, type EngineReading, type JudgedPicture } from './judge-picture.js';
import type { LabelledPicture } from './labelled-picture.js';
import { placePeerLines } from './place-peer-lines.js';
import { summarise, type EngineSummary } from './summarise.js';

export interface EngineResult {
  readonly summary: EngineSummary;
  readonly pictures: readonly JudgedPicture[];
}

/**
 * Shows every picture to every engine, one after the other, so that whatever else the machine does
 * meets all of them alike. Only one engine works at a time.
 *
 * @param onPicture called after each picture with how many are done
 */
export async function runEngines(
  engines: readonly EngineProcess<EngineAnswer>[],
  pictures: readonly LabelledPicture[],
  { areas, onPicture }: { areas: AreaDirectory; onPicture: (done: number) => void },
): Promise<EngineResult[]> {
  const judged = new Map<EngineProcess<EngineAnswer>, JudgedPicture[]>(
    engines.map((engine) => [engine, []]),
  );
  const [first] = pictures;
  // The first run plans the networks' memory and would stand for nothing.
  if (first !== undefined) for (const engine of engines) await engine.read(first.path);
  for (const [index, picture] of pictures.entries()) {
    for (const [engine, own] of judged) {
      own.push(judgePicture(picture, toReading(await engine.read(picture.path), areas)));
    }
    onPicture(index + 1);
  }
  return [...judged].map(([{ name }, own]) => ({ summary: summarise(name, own), pictures: own }));
}

function toReading(
  answer: EngineAnswer | EngineFailure,
  areas: AreaDirectory,
): EngineReading | EngineFailure {
  if ('failure' in answer) return answer;
  const { ms, cpuMs, peakRssMib } = answer;
  if ('lines' in answer) {
    const lines = answer.lines.map(({ text }) => text);
    return { ...placePeerLines(answer.lines, areas), lines, ms, cpuMs, peakRssMib };
  }
  const { isKtp, ktpDetails, ktpConfidence, verdict, reasonCode, lines } = answer.reading;
  const own = { isKtp, details: ktpDetails, confidence: ktpConfidence };
  return { ...own, verdict, reasonCode, lines, ms, cpuMs, peakRssMib };
}
