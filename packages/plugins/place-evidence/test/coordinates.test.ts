import { describe, expect, it } from 'vitest';
import { toGcj02, toWgs84 } from '../src/geo/china-datum.ts';
import { metresBetween, problemOf, type Point } from '../src/geo/coordinates.ts';
import { parseIso6709 } from '../src/geo/iso-6709.ts';
import { boundarySchema, zoneBoundary } from '../src/geo/zone-boundary.ts';

const near = (a: Point, b: Point): number => metresBetween(a, b);

describe('parseIso6709', () => {
  it.each([
    ['+35.0512+113.9268+075.200/', [113.9268, 35.0512]],
    ['+35.0512+113.9268/', [113.9268, 35.0512]],
    ['-33.8568+151.2153', [151.2153, -33.8568]],
    ['+3503.072+11355.608/', [113 + 55.608 / 60, 35 + 3.072 / 60]],
    ['+350304.3+1135536.5CRSWGS_84/', [113 + 55 / 60 + 36.5 / 3600, 35 + 3 / 60 + 4.3 / 3600]],
  ] as const)('%s', (text, expected) => {
    const point = parseIso6709(text);
    expect(point?.[0]).toBeCloseTo(expected[0], 8);
    expect(point?.[1]).toBeCloseTo(expected[1], 8);
  });

  it.each(['', 'junk', '35.05 113.92', '+35+', '+1234567+113/'])('"%s" is none', (text) => {
    expect(parseIso6709(text)).toBeNull();
  });
});

describe('GCJ-02', () => {
  // Tiananmen, as commonly published in both datums, to five decimals.
  const wgs: Point = [116.39127, 39.90733];
  const gcj: Point = [116.39751, 39.90873];

  it('moves a point as Chinese maps do', () => {
    expect(near(toGcj02(wgs), gcj)).toBeLessThan(5);
    expect(near(toWgs84(gcj), wgs)).toBeLessThan(5);
  });

  it('comes back to a centimetre', () => {
    for (const point of [wgs, [113.69, 34.98], [87.6, 43.8], [121.5, 25.05]] as const) {
      expect(near(toWgs84(toGcj02(point)), point)).toBeLessThan(0.01);
      expect(near(toGcj02(point), point)).toBeGreaterThan(100);
    }
  });
});

describe('problemOf', () => {
  it.each([
    [[113.69, 34.98], null],
    [[-0.1276, 51.5072], null],
    [[0, 0], 'zero'],
    [[34.98, 113.69], 'swapped'],
    [[190, 20], 'range'],
    [[120, 95], 'range'],
  ] as const)('%j: %s', (point, problem) => {
    expect(problemOf(point)).toBe(problem);
  });
});

describe('zoneBoundary', () => {
  const square = [
    [113.6, 34.9],
    [113.8, 34.9],
    [113.8, 35.1],
    [113.6, 35.1],
    [113.6, 34.9],
  ];
  const hole = [
    [113.68, 34.98],
    [113.7, 34.98],
    [113.7, 35],
    [113.68, 35],
    [113.68, 34.98],
  ];
  const polygon = boundarySchema.parse({ type: 'Polygon', coordinates: [square, hole] });

  it('knows inside, outside, the line and a hole', () => {
    const { contains } = zoneBoundary(polygon, 'wgs84');
    expect(contains([113.65, 34.95])).toBe(true);
    expect(contains([113.9, 34.95])).toBe(false);
    expect(contains([113.6, 35])).toBe(true);
    expect(contains([113.69, 34.99])).toBe(false);
  });

  it('takes a boundary drawn on a Chinese map to where it is', () => {
    // 200 m inside the drawn western line, which really runs some 500 m further west.
    const outsideDrawn: Point = [113.597, 35];
    expect(zoneBoundary(polygon, 'wgs84').contains(outsideDrawn)).toBe(false);
    expect(zoneBoundary(polygon, 'gcj02').contains(outsideDrawn)).toBe(true);
  });

  it('takes features, collections and several areas', () => {
    const feature = { type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[square]] } };
    for (const document of [feature, { type: 'FeatureCollection', features: [feature] }]) {
      expect(zoneBoundary(boundarySchema.parse(document), 'wgs84').contains([113.69, 34.99])).toBe(true);
    }
  });

  it.each([
    { type: 'Point', coordinates: [113, 34] },
    { type: 'Polygon', coordinates: [square.slice(0, 4)] },
    { type: 'Polygon', coordinates: [square.map(([x, y]) => [y, x])] },
    { type: 'FeatureCollection', features: [] },
  ])('refuses %j', (document) => {
    expect(boundarySchema.safeParse(document).success).toBe(false);
  });
});
