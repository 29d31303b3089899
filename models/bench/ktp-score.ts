import type { KtpDetails, KtpField } from '../../contract/ktp-details.js';

/** One picture's result. */
export interface ScoredCard {
  readonly file: string;
  readonly condition: string;
  readonly verdict: string;
  readonly reasonCode: string | null;
  readonly wrong: readonly { field: KtpField; read: string | null; truth: string | null }[];
  readonly ms: number;
}

export interface Tally {
  readonly name: string;
  readonly exact: number;
  readonly of: number;
}

/** The fields of a card, in the order of the wire. */
export function fieldsOf(truth: KtpDetails): KtpField[] {
  return Object.keys(truth).filter((key): key is KtpField => key in truth);
}

/** Fields that differ in any character. */
export function findWrongFields(read: KtpDetails, truth: KtpDetails): ScoredCard['wrong'] {
  return fieldsOf(truth)
    .filter((field) => read[field] !== truth[field])
    .map((field) => ({ field, read: read[field], truth: truth[field] }));
}

export function tallyFields(cards: readonly ScoredCard[], fields: readonly KtpField[]): Tally[] {
  return fields.map((name) => ({
    name,
    exact: cards.filter(({ wrong }) => wrong.every(({ field }) => field !== name)).length,
    of: cards.length,
  }));
}

export function tallyConditions(cards: readonly ScoredCard[], fieldCount: number): Tally[] {
  const names = [...new Set(cards.map(({ condition }) => condition))].sort();
  return names.map((name) => {
    const own = cards.filter(({ condition }) => condition === name);
    const wrong = own.reduce((sum, card) => sum + card.wrong.length, 0);
    return { name, exact: own.length * fieldCount - wrong, of: own.length * fieldCount };
  });
}

/** The value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0;
}
