import { beforeAll, describe, expect, it } from 'vitest';
import { loadCardNetwork } from '../../text/card-network.js';
import { createAreaDirectory } from './areas.js';
import { listAreas, type Area } from './list-areas.js';

let areas: readonly Area[];

beforeAll(async () => {
  areas = await listAreas();
});

const nameOf = (code: string) => areas.find((area) => area.code === code)?.name;

describe('the names of areas', () => {
  it('have no sign that our recogniser lacks', async () => {
    const glyphs = new Set((await loadCardNetwork()).classes);
    const unknown = areas.filter(({ name }) => !Array.from(name).every((sign) => glyphs.has(sign)));
    expect(areas.length).toBeGreaterThan(90_000);
    expect(unknown).toEqual([]);
  });

  it.each([
    ['35.18.17.2007', "JA'AN"],
    ['53.07.01.2021', "REGAPU'U"],
    ['91.20.07.2005', 'TEUW'],
    ['12.77.01.1012', 'LOSUNG BATU'],
    ['53.13.07.2008', 'KALIKUR WL.'],
    ['31.01', 'KEPULAUAN SERIBU'],
    ['31.75', 'JAKARTA TIMUR'],
  ])('are spelt as a card prints them: %s is %s', (code, name) => {
    expect(nameOf(code)).toBe(name);
  });

  it('are found with their apostrophe, and told apart by their spaces', () => {
    const directory = createAreaDirectory(areas);
    const find = (text: string, parent: string) => directory.find({ text }, parent)?.area;
    expect(find("JA'AN", '35.18.17')).toEqual({ code: '35.18.17.2007', name: "JA'AN" });
    expect(find('LUBUK PAKAM III', '12.07.28')?.code).toBe('12.07.28.1008');
    expect(find('LUBUK PAKAM I II', '12.07.28')?.code).toBe('12.07.28.1007');
  });
});
