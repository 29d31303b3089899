import { describe, expect, it } from 'vitest';
import { choosePlace } from '../areas/choose-place.js';
import { snapToList } from './snap-to-list.js';
import { scoresFor } from '../testing/text-lines.js';

const RELIGIONS = ['ISLAM', 'KRISTEN', 'KATOLIK', 'HINDU'];

describe('entries of a list', () => {
  it('are found by the letters alone where they were read', () => {
    expect(snapToList({ text: 'IS LAM.' }, RELIGIONS)).toEqual({ value: 'ISLAM', distance: 0 });
  });

  it('of the same letters are told apart by their spaces, as far as they were read', () => {
    const villages = ['LUBUK PAKAM I II', 'LUBUK PAKAM III'];
    const snapped = (text: string) => snapToList({ text }, villages)?.value;
    expect(snapped('LUBUK PAKAM III')).toBe('LUBUK PAKAM III');
    expect(snapped('LUBUK PAKAM I II')).toBe('LUBUK PAKAM I II');
    expect(snapped('LUBUKPAKAM III')).toBe('LUBUK PAKAM III');
    expect(snapped('LUBUKPAKAM I II')).toBe('LUBUK PAKAM I II');
  });

  it('are chosen by what was seen, though little of it was read', () => {
    const scores = scoresFor('ISLAM', { 0: ['.', 0.5], 1: [' ', 0.5] });
    expect(snapToList({ text: 'LAM', scores }, RELIGIONS)).toMatchObject({
      value: 'ISLAM',
      distance: 2,
    });
  });

  it('are not chosen where another letter was surely seen', () => {
    expect(snapToList({ text: 'ISLAX', scores: scoresFor('ISLAX') }, RELIGIONS)).toBeNull();
  });

  it('are not chosen between two that are as likely', () => {
    expect(snapToList({ text: 'PASAR X' }, ['PASAR A', 'PASAR B'])).toBeNull();
  });

  it('give way to a letter too many where the list may lack the value', () => {
    const villages = ['PASAR I', 'PASAR II'];
    const scores = scoresFor('PASAR III');
    expect(snapToList({ text: 'PASAR III', scores }, villages, 6)).toBeNull();
  });
});

describe('a place of issue', () => {
  const places = ['KARO', 'BENGKULU', 'JAKARTA TIMUR', 'JAKARTA SELATAN'];

  it('is the header’s city where much of it cannot be read', () => {
    const scores = scoresFor('JAKARTA SELATAN', { 2: ['R', 0.6], 8: ['L', 0.7], 12: ['N', 0.6] });
    expect(
      choosePlace({ text: 'JARARTA LELNAN', scores }, 'JAKARTA SELATAN', places),
    ).toMatchObject({ value: 'JAKARTA SELATAN' });
  });

  it('is not where another place was surely read', () => {
    const scores = scoresFor('BENGKULU');
    expect(choosePlace({ text: 'BENGKULU', scores }, 'KARO', places)).toBeNull();
  });
});
