import type { KtpField } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { AreaDirectory } from '../areas/areas.js';
import type { Slot } from '../layout/card-slots.js';
import { mergeReadings } from './merge-readings.js';
import type { NikReading } from '../nik/nik.js';
import { arbitrateDateOfBirth } from './read-date.js';
import { toGender } from './read-details.js';
import { readFields, type FieldValues } from './read-fields.js';
import { isBlank, textOf } from './read-value.js';
import { resolveNik } from '../nik/resolve-nik.js';
import type { SlotScores } from './slot-scores.js';
import { mapFields, SLOT_OF } from '../layout/trace-fields.js';

/** What the recognisers saw in each slot. */
export interface CardReadings {
  /** Of two readings the surer one. */
  readonly surer: ReadonlyMap<Slot, readonly ReadCharacter[]>;
  /** The same characters where there was one reading only. */
  readonly other: ReadonlyMap<Slot, readonly ReadCharacter[]>;
  /** What the first of them saw where each value stands; nothing where it tells no scores. */
  readonly scores: SlotScores;
}

export interface CombinedReadings {
  readonly nik: NikReading | null;
  readonly values: FieldValues;
  /** What the other reading alone says of each field. */
  readonly other: FieldValues;
}

/** One NIK and one value a field from both readings, each arbitrating where the other wavers. */
export function combineReadings(readings: CardReadings, areas: AreaDirectory): CombinedReadings {
  const { surer, other } = readings;
  const first = readFields((slot) => surer.get(slot) ?? [], areas, {
    readerOf: (slot) => (isSettled(slot, readings) ? 'fast' : 'exact'),
    scores: readings.scores,
  });
  const second = readFields((slot) => other.get(slot) ?? [], areas, { readerOf: () => 'fast' });
  const merge = (field: KtpField) =>
    field === 'nik'
      ? null
      : mergeReadings({
          surer: first.values[field],
          other: second.values[field],
          isDash: isDash(surer.get(SLOT_OF[field]) ?? []),
        });
  const values: FieldValues = mapFields(merge);
  const { kecamatan, city } = first.matches;
  const nik = resolveNik([surer.get('nik') ?? [], other.get('nik') ?? []], {
    datesOfBirth: [first.values.dateOfBirth, second.values.dateOfBirth].flatMap((date) =>
      date === null ? [] : [date.value],
    ),
    gender: toGender(values.gender?.value ?? null),
    area: (kecamatan ?? city)?.area.code ?? null,
    areas,
  });
  const dateOfBirth = arbitrateDateOfBirth(
    first.values.dateOfBirth ?? values.dateOfBirth,
    nik?.nik ?? null,
  );
  return { nik, values: { ...values, dateOfBirth }, other: second.values };
}

/** Whether the slot was read once. */
export function isSettled(slot: Slot, { surer, other }: CardReadings): boolean {
  const first = surer.get(slot)?.[0];
  return first !== undefined && first === other.get(slot)?.[0];
}

/** Something was printed, and it is no letter and no digit. */
function isDash(characters: readonly ReadCharacter[]): boolean {
  const text = textOf(characters).trim();
  return text !== '' && isBlank(text);
}
