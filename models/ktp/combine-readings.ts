import type { KtpField } from '../../contract/ktp-details.js';
import type { ReadCharacter } from '../text/ctc-decode.js';
import type { AreaDirectory } from './areas.js';
import type { Slot } from './card-slots.js';
import { arbitrateDateOfBirth, mergeReadings } from './merge-readings.js';
import type { NikReading } from './nik.js';
import { toGender } from './read-details.js';
import { readFields, type FieldValues } from './read-fields.js';
import { isBlank, textOf } from './read-value.js';
import { resolveNik } from './resolve-nik.js';
import { mapFields, SLOT_OF } from './trace-fields.js';

/** What the two recognisers saw in each slot. */
export interface CardReadings {
  /** The more exact one; the fast one's own characters where it was not asked. */
  readonly exact: ReadonlyMap<Slot, readonly ReadCharacter[]>;
  readonly fast: ReadonlyMap<Slot, readonly ReadCharacter[]>;
}

export interface CombinedReadings {
  readonly nik: NikReading | null;
  readonly values: FieldValues;
  /** What the fast reader alone made of each field. */
  readonly fast: FieldValues;
}

/** One NIK and one value a field from both readings, each arbitrating where the other wavers. */
export function combineReadings(readings: CardReadings, areas: AreaDirectory): CombinedReadings {
  const { exact, fast } = readings;
  const first = readFields(
    (slot) => exact.get(slot) ?? [],
    areas,
    (slot) => (isSettled(slot, readings) ? 'fast' : 'exact'),
  );
  const second = readFields(
    (slot) => fast.get(slot) ?? [],
    areas,
    () => 'fast',
  );
  const merge = (field: KtpField) =>
    field === 'nik'
      ? null
      : mergeReadings({
          exact: first.values[field],
          fast: second.values[field],
          isDash: isDash(exact.get(SLOT_OF[field]) ?? []),
        });
  const values: FieldValues = mapFields(merge);
  const { kecamatan, city } = first.matches;
  const nik = resolveNik([exact.get('nik') ?? [], fast.get('nik') ?? []], {
    datesOfBirth: [first.values.dateOfBirth, second.values.dateOfBirth].flatMap((date) =>
      date === null ? [] : [date.value],
    ),
    gender: toGender(values.gender?.value ?? null),
    area: (kecamatan ?? city)?.area.code ?? null,
    areas,
  });
  const dateOfBirth = arbitrateDateOfBirth(values, second.values, nik?.nik ?? null);
  return { nik, values: { ...values, dateOfBirth }, fast: second.values };
}

/** Where the exact reader was not asked, its characters are the fast one's own. */
export function isSettled(slot: Slot, { exact, fast }: CardReadings): boolean {
  const first = exact.get(slot)?.[0];
  return first !== undefined && first === fast.get(slot)?.[0];
}

/** Something was printed, and it is no letter and no digit. */
function isDash(characters: readonly ReadCharacter[]): boolean {
  const text = textOf(characters).trim();
  return text !== '' && isBlank(text);
}
