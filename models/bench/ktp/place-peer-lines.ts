import { findTextAngle, levelLines } from '../../card/level-lines.js';
import type { TextLine } from '../../card/text-line.js';
import type { AreaDirectory } from '../../ktp/areas/areas.js';
import { fillSlots } from '../../ktp/layout/fill-slots.js';
import { indonesianDayOf } from '../../ktp/cross-check/indonesian-day.js';
import { interpretCard } from '../../ktp/interpret-card.js';
import { isKtp } from '../../ktp/scan/is-ktp.js';
import { readNik } from '../../ktp/nik/nik.js';
import { slotValue } from '../../ktp/layout/slot-value.js';
import { KTP_THRESHOLDS } from '../../ktp/thresholds.js';
import { foldHalfTurn, type LineBox } from '../../text/line-box.js';
import type { LineReading } from '../../text/line-reading.js';
import type { EngineReading } from './judge-picture.js';
import type { PeerLine } from './engine-answer.js';

/** What a general OCR engine read, as a KTP. */
export type PlacedReading = Pick<EngineReading, 'isKtp' | 'details' | 'confidence'>;

/**
 * Gives a peer's lines to our own placing, correction and parsing, so that engines are compared by
 * what they read and not by the rules around them. Where the lines may run either way, the way that
 * shows more of the card is taken. The fields count even where too little was read to call it a KTP.
 */
export function placePeerLines(lines: readonly PeerLine[], areas: AreaDirectory): PlacedReading {
  const readings = new Map(
    lines.filter(({ text }) => text.trim() !== '').map((line) => [toLineBox(line.quad), line]),
  );
  const boxes = [...readings.keys()];
  const angle = findTextAngle(boxes);
  const ways = [angle, angle + Math.PI].map((direction) => {
    const level = levelLines(boxes, direction).flatMap((line) => {
      // Levelling copies the boxes and keeps their centres.
      const box = boxes.find(({ centre }) => centre === line.box.centre);
      const read = box && readings.get(box);
      return read === undefined ? [] : [{ ...line, reading: toReading(read) }];
    });
    return { level, layout: fillSlots(level) };
  });
  const [best] = ways.sort((a, b) => b.layout.labels.length - a.layout.labels.length);
  return best === undefined ? NOTHING : readWay(best.level, best.layout, areas);
}

const NOTHING: PlacedReading = { isKtp: false, details: {}, confidence: {} };

function readWay(
  level: readonly TextLine[],
  layout: ReturnType<typeof fillSlots>,
  areas: AreaDirectory,
): PlacedReading {
  const values = new Map(
    [...layout.slots].map(([slot, own]) => [
      slot,
      slotValue(
        slot,
        own.map(({ reading }) => reading),
      ),
    ]),
  );
  const nik = readNik(values.get('nik') ?? []);
  // No calibration: Kenali's was fitted to other networks. A peer has one reading of each line.
  const { ktpDetails, ktpConfidence } = interpretCard(
    { surer: values, other: values, scores: new Map() },
    { areas, calibration: {}, print: null, today: indonesianDayOf(new Date()) },
  );
  return {
    isKtp: isKtp(layout, level, nik !== null, KTP_THRESHOLDS),
    details: ktpDetails,
    confidence: ktpConfidence,
  };
}

/** Peers tell one confidence a line. Full-width forms, such as the colon's, become ASCII. */
function toReading({ text, confidence }: PeerLine): LineReading {
  const characters = Array.from(text.normalize('NFKC'));
  return {
    text: characters.join(''),
    confidence,
    characters: characters.map((character, index) => ({
      character,
      confidence,
      position: (index + 0.5) / characters.length,
    })),
  };
}

/** The turned rectangle nearest to a quad; its long side runs along the text, as ours do. */
function toLineBox([topLeft, topRight, bottomRight, bottomLeft]: PeerLine['quad']): LineBox {
  const corners = [topLeft, topRight, bottomRight, bottomLeft];
  const centre = {
    x: corners.reduce((sum, [x]) => sum + x, 0) / 4,
    y: corners.reduce((sum, [, y]) => sum + y, 0) / 4,
  };
  const along = middleOf(topLeft, topRight, bottomLeft, bottomRight);
  const across = middleOf(topLeft, bottomLeft, topRight, bottomRight);
  const [long, short] = along.length >= across.length ? [along, across] : [across, along];
  return { centre, width: long.length, height: short.length, angle: foldHalfTurn(long.angle) };
}

type Corner = PeerLine['quad'][number];

/** Mean of two opposite sides. */
function middleOf(from: Corner, to: Corner, otherFrom: Corner, otherTo: Corner) {
  const x = (to[0] - from[0] + otherTo[0] - otherFrom[0]) / 2;
  const y = (to[1] - from[1] + otherTo[1] - otherFrom[1]) / 2;
  return { length: Math.hypot(x, y), angle: Math.atan2(y, x) };
}
