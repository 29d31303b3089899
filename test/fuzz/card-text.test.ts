import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAreaDirectory } from '../../models/ktp/areas/areas.js';
import { findDate, isCalendarDay } from '../../models/ktp/fields/calendar-date.js';
import type { Slot } from '../../models/ktp/layout/card-slots.js';
import { fillSlots } from '../../models/ktp/layout/fill-slots.js';
import { interpretCard } from '../../models/ktp/interpret-card.js';
import { hasBirthDate, isPossibleNik, readNik } from '../../models/ktp/nik/nik.js';
import { readDate } from '../../models/ktp/fields/read-date.js';
import { readRtRw, readValidity } from '../../models/ktp/fields/read-numbers.js';
import { cardLines, charactersOf, lineAt, ROWS } from '../../models/ktp/testing/text-lines.js';
import { changedText, hostileText } from './hostile.js';
import { outcomeOf, settings } from './properties.js';

const areas = createAreaDirectory([
  { code: '32', name: 'JAWA BARAT' },
  { code: '32.01', name: 'KABUPATEN BOGOR' },
  { code: '32.01.01', name: 'CIBINONG' },
  { code: '32.01.01.1001', name: 'PABUARAN MEKAR' },
]);

/** A recogniser reads one line: longer than this no picture makes one. */
const MAX_LINE = 200;

const SOUND: Readonly<Record<Slot, string>> = {
  nik: '3201014107900001',
  name: 'SITI CONTOH',
  birth: 'BOGOR, 01-07-1990',
  gender: 'PEREMPUAN',
  bloodType: 'AB',
  address: 'JL. CONTOH NO. 1',
  rtRw: '003/007',
  kelurahan: 'PABUARAN MEKAR',
  kecamatan: 'CIBINONG',
  religion: 'ISLAM',
  maritalStatus: 'KAWIN',
  occupation: 'GURU',
  nationality: 'WNI',
  validUntil: 'SEUMUR HIDUP',
  province: 'PROVINSI JAWA BARAT',
  city: 'KABUPATEN BOGOR',
  placeOfIssue: 'BOGOR',
  dateOfIssue: '01-08-2012',
};

const printed = (sound: string) =>
  fc
    .oneof(fc.constant(sound), changedText(sound), hostileText)
    .map((text) => text.slice(0, MAX_LINE));

const reading = fc.record(
  Object.fromEntries(Object.entries(SOUND).map(([slot, text]) => [slot, printed(text)])),
  { requiredKeys: [] },
);

function toReading(read: Readonly<Record<string, string | undefined>>, confidence: number) {
  return new Map(
    Object.entries(read).map(([slot, text = '']) => [slot as Slot, charactersOf(text, confidence)]),
  );
}

describe('what was read from a card', () => {
  it('becomes details of the wire’s forms, whatever was printed', () => {
    fc.assert(
      fc.property(reading, reading, (surer, other) => {
        const { ktpDetails, ktpConfidence } = interpretCard(
          { surer: toReading(surer, 0.9), other: toReading(other, 0.8), scores: new Map() },
          {
            areas,
            today: { west: '2026-11-23', east: '2026-11-23' },
            print: null,
            calibration: {},
          },
        );
        expect(ktpDetails.nik ?? '0'.repeat(16)).toMatch(/^\d{16}$/);
        for (const date of [ktpDetails.dateOfBirth, ktpDetails.dateOfIssue]) {
          if (date !== null) expectDay(date);
        }
        expect(ktpDetails.rt ?? '000').toMatch(/^\d{3}$/);
        expect(ktpDetails.rw ?? '000').toMatch(/^\d{3}$/);
        expect([null, 'MALE', 'FEMALE']).toContain(ktpDetails.gender);
        expect([null, 'A', 'B', 'AB', 'O']).toContain(ktpDetails.bloodType);
        for (const sure of Object.values(ktpConfidence)) {
          expect(sure >= 0 && sure <= 1).toBe(true);
        }
      }),
      settings({ share: 0.4 }),
    );
  });

  it('is a NIK of 16 digits, or none', () => {
    fc.assert(
      fc.property(fc.oneof(changedText(SOUND.nik), hostileText), (text) => {
        const read = readNik(charactersOf(text.slice(0, MAX_LINE)));
        if (read === null) return;
        expect(read.nik).toMatch(/^\d{16}$/);
        expect(typeof isPossibleNik(read.nik)).toBe('boolean');
      }),
      settings(),
    );
  });

  it('is judged as a NIK without an error, of whatever text', () => {
    fc.assert(
      fc.property(fc.oneof(changedText(SOUND.nik), hostileText), (text) => {
        if (isPossibleNik(text)) expect(text).toMatch(/^\d{16}$/);
        expect(outcomeOf(() => hasBirthDate(text, text)).error).toBeNull();
      }),
      settings(),
    );
  });

  it('is the day that was printed, in all its spellings', () => {
    const day = fc.date({
      min: new Date('1920-01-01'),
      max: new Date('2026-11-23'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', ' - '), (date, dash) => {
        const iso = date.toISOString().slice(0, 10);
        const text = iso.split('-').reverse().join(dash);
        expect(readDate(charactersOf(text))?.value).toBe(iso);
      }),
      settings(),
    );
  });

  it('is a day of the calendar, or none, of whatever text', () => {
    fc.assert(
      fc.property(fc.oneof(changedText('31-01-1990'), hostileText), (text) => {
        const cut = text.slice(0, MAX_LINE);
        const read = readDate(charactersOf(cut));
        if (read !== null) expectDay(read.value);
        for (const call of [
          () => findDate(cut),
          () => readValidity(charactersOf(cut)),
          () => readRtRw(charactersOf(cut)),
        ]) {
          expect(outcomeOf<unknown>(call).error).toBeNull();
        }
      }),
      settings(),
    );
  });

  it('goes to the slots of a card wherever its lines stand and whatever they say', () => {
    const place = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    const line = fc.tuple(place, place, fc.oneof(fc.constantFrom(...ROWS.flat()), hostileText));
    const lines = fc
      .array(line, { maxLength: 30 })
      .map((all) => all.map(([x, y, text]) => lineAt(x, y, text.slice(0, MAX_LINE))));
    fc.assert(
      fc.property(lines, fc.boolean(), (drawn, isOnCard) => {
        const { slots } = fillSlots(isOnCard ? [...cardLines(ROWS), ...drawn] : drawn);
        expect(slots.size).toBeLessThanOrEqual(Object.keys(SOUND).length + 1);
      }),
      settings({ share: 0.5 }),
    );
  });
});

function expectDay(iso: string): void {
  expect(iso).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  expect(isCalendarDay(year, month, day)).toBe(true);
}
