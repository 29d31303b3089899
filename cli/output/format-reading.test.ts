import { describe, expect, it } from 'vitest';
import { readName } from '../../models/annotation/testing/card-reading.js';
import { formatReading, formatReadingAsJson } from './format-reading.js';

const READING = {
  ...readName('SITI', {
    verdict: 'RETRY',
    reasonCode: 'KTP_GLARE',
    ktpConfidence: { name: 0.899 },
    crossChecks: { nikForm: 'PASS', nikArea: 'WARN' },
    signs: [
      { name: 'glare', kind: 'QUALITY', score: 2.5, threshold: 0.9, isFault: true, regions: [] },
      { name: 'blur', kind: 'QUALITY', score: 0.2, threshold: 0.8, isFault: false, regions: [] },
    ],
  }),
  documentQuality: {},
};

describe('a reading as text', () => {
  it('has a line for each field, then the checks and faults that ask for a look', () => {
    const [head, ...lines] = formatReading('card.jpg', READING).split('\n');
    expect(head).toBe('card.jpg: KTP, KTP_GLARE (100 ms)');
    expect(lines).toContain('  name            89 %  SITI');
    expect(lines.slice(-2)).toEqual(['  WARN  nikArea', '  fault glare: 2.50, from 0.90 a fault']);
    expect(lines.join()).not.toMatch(/nikForm|blur/);
  });

  it('has no fields for what is no card', () => {
    const text = formatReading('card.jpg', { ...READING, isKtp: false, crossChecks: {} });
    expect(text).not.toContain('name');
  });
});

describe('a reading as JSON', () => {
  it('is one line with verdict, traces, checks and signs', () => {
    const line = formatReadingAsJson('card.jpg', READING);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toMatchObject({
      file: 'card.jpg',
      verdict: 'RETRY',
      fields: { name: { reason: 'AS_READ' } },
      crossChecks: { nikArea: 'WARN' },
      signs: [{ name: 'glare', score: 2.5, threshold: 0.9, isFault: true }, { name: 'blur' }],
    });
  });
});
