import { describe, expect, test } from 'vitest';
import { locationOfScene, matchesScene } from '../src/scene-location.ts';
import { makeLocation, makeScript } from './handmade-series.ts';

describe('matchesScene', () => {
  const cases: [id: string, pattern: string, fits: boolean][] = [
    ['1-1', '1-1', true],
    ['1-10', '1-1', false],
    ['2-7', '2-*', true],
    ['12-7', '2-*', false],
    ['3', '*', true],
    ['1-1', '１－１', true],
    ['1.1', '1?1', false],
  ];
  test.each(cases)('%s in %s: %s', (id, pattern, fits) => {
    expect(matchesScene(id, pattern)).toBe(fits);
  });
});

describe('locationOfScene', () => {
  const park = makeLocation('凤湖公园', '平原示范区', ['1-1']);
  const village = makeLocation('桥北乡桃园', '平原示范区', []);
  const other = makeLocation('郑州片场', '郑州市', ['1-*']);
  const cases: [name: string, place: string | null, locations: (typeof park)[], expected: string | null][] = [
    ['by the table', '别处', [park, village], '凤湖公园'],
    ['the table beats the heading', '桥北乡桃园', [park, village], '凤湖公园'],
    ['by the heading', '桥北乡 桃园', [village], '桥北乡桃园'],
    ['a heading that only resembles a name', '桃园', [village], null],
    ['no place in the heading', null, [village], null],
    ['two claims', '凤湖公园', [park, other], null],
  ];
  test.each(cases)('%s', (_, place, locations, expected) => {
    const scene = makeScript([['1-1', place, []]]).scenes[0]!;
    expect(locationOfScene(scene, locations)?.name ?? null).toBe(expected);
  });
});
