import { describe, expect, it } from 'vitest';
import type { ScoredStretch } from '../text/glyph-lattice.js';
import { createAreaDirectory } from './areas/areas.js';
import type { Slot } from './layout/card-slots.js';
import { FEATURES } from './confidence/confidence-features.js';
import { interpretCard, type InterpretationContext } from './interpret-card.js';
import { charactersOf, scoresFor } from './testing/text-lines.js';

const areas = createAreaDirectory([
  { code: '32', name: 'JAWA BARAT' },
  { code: '32.01', name: 'KABUPATEN BOGOR' },
  { code: '32.01.01', name: 'CIBINONG' },
  { code: '32.01.01.1001', name: 'PABUARAN MEKAR' },
]);
const CONTEXT: InterpretationContext = {
  areas,
  today: { west: '2026-11-22', east: '2026-11-22' },
  print: null,
  calibration: {},
};

type Printed = Partial<Record<Slot, string>>;

function readingOf(printed: Printed, confidence: number) {
  const slots = Object.entries(printed) as [Slot, string][];
  return new Map(slots.map(([slot, text]) => [slot, charactersOf(text, confidence)]));
}

/** A card as the surer reader and as the other reader saw it. */
function interpret(surer: Printed, other: Printed = surer, context = CONTEXT) {
  const readings = { surer: readingOf(surer, 0.9), other: readingOf(other, 0.8) };
  return interpretCard({ ...readings, scores: new Map() }, context);
}

describe('two readings of one card', () => {
  it('takes the other reading where the surer one made nothing of the print', () => {
    const { ktpDetails, fields } = interpret(
      { birth: 'SOLO, 3X-0Y-1990' },
      { birth: 'SOLO, 31-07-1990' },
    );
    expect(ktpDetails.dateOfBirth).toBe('1990-07-31');
    expect(fields.dateOfBirth).toMatchObject({ reason: 'CHOSEN', readConfidence: 0.8 });
  });

  it('does not take a letter for the dash that the surer reader saw', () => {
    expect(interpret({ bloodType: '-' }, { bloodType: 'B' }).ktpDetails.bloodType).toBeNull();
  });

  it('takes an entry of the list where the surer reading is in none', () => {
    const { ktpDetails, fields } = interpret({ religion: 'HIMOU' }, { religion: 'HINDU' });
    expect(ktpDetails.religion).toBe('HINDU');
    expect(fields.religion?.reason).toBe('CHOSEN');
  });

  it('takes the space that one of them lost', () => {
    const { ktpDetails, fields } = interpret({ name: 'SITICONTOH' }, { name: 'SITI CONTOH' });
    expect(ktpDetails.name).toBe('SITI CONTOH');
    expect(fields.name).toMatchObject({ raw: 'SITICONTOH', reason: 'SPACING', distance: 0 });
    expect(interpret({ name: 'BUDI' }, { name: 'B UDI' }).ktpDetails.name).toBe('BUDI');
  });

  it('lets the NIK decide between two dates of birth', () => {
    const read = readingOf({ nik: '3201011708900001', birth: 'SOLO, 11-08-1990' }, 0.9);
    const see = (seven: number) => {
      const birth = scoresFor('SOLO, 11-08-1990', { 7: ['7', seven] });
      const scores = new Map<Slot, ScoredStretch[]>([['birth', birth]]);
      return interpretCard({ surer: read, other: read, scores }, CONTEXT);
    };
    expect(see(0.1).ktpDetails.dateOfBirth).toBe('1990-08-17');
    expect(see(0.1).fields.dateOfBirth?.reason).toBe('CHOSEN_BY_DATE');
    expect(see(0.001).ktpDetails.dateOfBirth).toBe('1990-08-11');
  });
});

describe('traces', () => {
  it('keeps what was read beside what it became, with the reason', () => {
    const { fields } = interpret({
      nik: '32O1011708900001',
      name: 'lWAYAN CONT0H',
      birth: 'B0GOR, 17-08-199O',
      gender: 'LAKl-LAKI',
      bloodType: 'A+',
      rtRw: '3/7',
      province: 'JAWABARAT',
      city: 'KABUPATEN BOGCR',
      maritalStatus: 'KAWIN TERCATAT',
      occupation: 'WIRASWASFA',
      religion: '-',
      validUntil: '??',
    });
    expect(fields).toMatchObject({
      nik: {
        raw: '32O1011708900001',
        value: '3201011708900001',
        reason: 'LOOK_ALIKE',
        distance: 1,
      },
      name: { raw: 'lWAYAN CONT0H', value: 'I WAYAN CONTOH', reason: 'LOOK_ALIKE' },
      dateOfBirth: { raw: '17-08-199O', value: '1990-08-17', reason: 'LOOK_ALIKE', distance: 1 },
      gender: { raw: 'LAKl-LAKI', value: 'MALE', reason: 'LOOK_ALIKE' },
      bloodType: { raw: 'A+', value: 'A', reason: 'ALIAS' },
      rt: { raw: '3', value: '003', reason: 'ALIAS', distance: 2 },
      province: { value: 'JAWA BARAT', reason: 'SPACING' },
      city: { raw: 'KABUPATEN BOGCR', value: 'KABUPATEN BOGOR', reason: 'AREA', distance: 1 },
      maritalStatus: { raw: 'KAWIN TERCATAT', value: 'KAWIN', reason: 'ALIAS' },
      occupation: { raw: 'WIRASWASFA', value: 'WIRASWASTA', reason: 'CLOSED_LIST', distance: 1 },
      religion: { raw: '-', value: null, reason: 'BLANK' },
      validUntil: { raw: '??', value: null, reason: 'BLANK' },
    });
    expect(fields).not.toHaveProperty('address');
  });

  it('tells a dash from print that no value could be made of', () => {
    const { fields, ktpConfidence } = interpret({ gender: 'XQ7', bloodType: '-' });
    expect(fields.gender).toMatchObject({ raw: 'XQ7', value: null, reason: 'UNREADABLE' });
    expect(fields.bloodType?.reason).toBe('BLANK');
    expect(ktpConfidence).toEqual({});
  });
});

describe('foreigners’ cards', () => {
  const foreign = {
    nationality: 'JAPAN',
    gender: 'FEMALE',
    religion: 'BUDDH1ST',
    maritalStatus: 'SINGLE',
  };

  it('reads English words on them', () => {
    expect(interpret(foreign).ktpDetails).toMatchObject({
      nationality: 'JAPAN',
      gender: 'FEMALE',
      religion: 'BUDDHIST',
      maritalStatus: 'SINGLE',
    });
  });

  it('corrects nothing to an English word on a citizen’s card', () => {
    const { religion } = interpret({
      ...foreign,
      nationality: 'WNI',
      religion: 'BUDDHISF',
    }).ktpDetails;
    expect(religion).toBe('BUDDHISF');
  });

  it('takes one wrong letter in WNI, and no country, for WNI', () => {
    expect(interpret({ nationality: 'WN1' }).fields.nationality?.reason).toBe('LOOK_ALIKE');
    expect(interpret({ nationality: 'WNT' }).ktpDetails.nationality).toBe('WNI');
    expect(interpret({ nationality: 'WNT' }).ktpConfidence.nationality).toBeLessThan(0.7);
    expect(interpret({ nationality: 'CHINA' }).ktpDetails.nationality).toBe('CHINA');
    expect(interpret({ nationality: 'IRN' }).ktpDetails.nationality).toBe('IRN');
  });
});

describe('confidence', () => {
  const name = { name: 'SITI CONTOH' };

  it('stays as read for a field without a calibration', () => {
    expect(interpret(name).ktpConfidence).toEqual({ name: 0.9 });
  });

  it('comes from the features where there is one', () => {
    const { features } = interpret(name);
    const disagreement = FEATURES.indexOf('disagreement');
    const weights = features.name!.map((_, at) => (at === disagreement ? -8 : 0));
    const calibration = { name: { bias: 4, weights, sure: 0.95 } };
    const agreed = interpret(name, name, { ...CONTEXT, calibration });
    const disputed = interpret(name, { name: 'SITA CONTEH' }, { ...CONTEXT, calibration });
    expect(agreed.ktpConfidence.name).toBeGreaterThan(0.9);
    expect(disputed.ktpConfidence.name).toBeLessThan(agreed.ktpConfidence.name!);
  });
});
