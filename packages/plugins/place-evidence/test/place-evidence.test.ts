import type { Location } from '@shenpian/core';
import { runChecker } from '@shenpian/core';
import { sampleEpisode, sampleSeries, testChecker } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { evidenceItems } from '../src/evidence-item.ts';
import { toGcj02 } from '../src/geo/china-datum.ts';
import type { Geotag } from '../src/geotags-track.ts';
import { placeEvidence } from '../src/place-evidence.ts';
import type { PlaceMatch } from '../src/place-matches-track.ts';

const box = { x: 0.1, y: 0.1, width: 0.5, height: 0.05 };
const sign = (start: number, text: string) => ({ start, end: start + 2, text, box, confidence: 0.9 });
const cue = (start: number, text: string) => ({ ...sign(start, text), engine: 'paddle' });
const photoFile = (name: string) => ({ path: `evidence/${name}`, file: `/evidence/${name}`, sha256: name, bytes: 1 });
const park: Location = {
  name: '凤湖公园',
  district: '平原示范区',
  point: [113.69, 34.98],
  photos: [photoFile('lake.jpg')],
  scenes: [],
};
const paddy: Location = { ...park, name: '祝楼稻田', point: null, photos: [photoFile('rice.jpg')] };

const match = (start: number, more: Partial<PlaceMatch> = {}): PlaceMatch => ({
  start,
  end: start + 3,
  location: park.name,
  photo: { path: 'evidence/lake.jpg', sha256: 'lake.jpg' },
  frames: [
    { time: start + 0.5, sha256: 'a', inliers: 30 },
    { time: start + 1.5, sha256: 'b', inliers: 20 },
  ],
  inliers: 20,
  scale: 1,
  proof: true,
  copy: false,
  ...more,
});

const tag = (more: Partial<Geotag>): Geotag => ({
  start: 0,
  end: 0,
  source: 'photo',
  location: park.name,
  path: 'evidence/lake.jpg',
  sha256: 'lake.jpg',
  point: [113.6902, 34.9803],
  taken: null,
  inside: null,
  problem: null,
  detail: '',
  sketch: null,
  ...more,
});
const boundary = tag({ source: 'boundary', location: null, path: 'zone.geojson', sha256: 'z', point: null });

const tracks = (parts: Record<string, readonly unknown[]>) => ({
  'place-matches': [],
  geotags: [],
  'screen-text': [],
  cues: [],
  ...parts,
});
const series = { episodes: [sampleEpisode(1)], locations: [park, paddy] };
const at = (start: number, end: number) => ({ episode: 1, start, end });
const lake = { document: 'evidence/lake.jpg' };

testChecker(
  placeEvidence,
  [
    {
      name: 'nothing seen, nothing said: no finding, and facts that say so',
      series,
      tracks: { 1: tracks({}) },
      facts: {
        'photo-proven-seconds': { value: 0 },
        'photo-proven-locations': { value: [] },
        'local-names-seen': { value: [] },
        'local-names-said': { value: [] },
        'culture-element-count': { value: 0 },
      },
    },
    {
      name: 'a proven place is told once at its longest shot; two photos of one shot count its seconds once',
      series,
      tracks: {
        1: tracks({
          'place-matches': [
            match(2),
            match(8, { end: 12 }),
            match(2, { photo: { path: 'evidence/b.jpg', sha256: 'b' } }),
          ],
        }),
      },
      expected: [
        { messageId: 'placeProven', at: at(8, 12), level: 'info' },
        { messageId: 'placeProven', at: at(2, 5), level: 'info' },
      ],
      facts: {
        'photo-proven-seconds': { value: 7 },
        'photo-proven-locations': { value: ['凤湖公园'] },
        'local-names-seen': { value: [] },
        'local-names-said': { value: [] },
        'culture-element-count': { value: 0 },
      },
    },
    {
      name: 'a photo that is a frame of the film proves nothing anywhere',
      series: { ...series, episodes: [sampleEpisode(1), sampleEpisode(2)] },
      tracks: {
        1: tracks({ 'place-matches': [match(2)] }),
        2: tracks({ 'place-matches': [match(4, { proof: false, copy: true })] }),
      },
      expected: [{ messageId: 'photoIsFrame', at: { episode: 2, start: 4, end: 7 }, level: 'warning' }],
      facts: {
        'photo-proven-seconds': { value: 0 },
        'photo-proven-locations': { value: [] },
        'local-names-seen': { value: [] },
        'local-names-said': { value: [] },
        'culture-element-count': { value: 0 },
      },
    },
    {
      name: 'coordinates without a boundary: says so, once',
      series,
      tracks: { 1: tracks({ geotags: [tag({}), tag({ path: 'b.jpg', sha256: 'b' })] }) },
      expected: [{ messageId: 'boundaryUnknown', at: { document: 'drama.yaml' }, level: 'info' }],
    },
    {
      name: 'a photo from outside the zone contradicts a location inside',
      series,
      tracks: { 1: tracks({ geotags: [boundary, tag({ inside: false })] }) },
      expected: [{ messageId: 'outsideZone', at: lake, level: 'warning' }],
    },
    {
      name: 'outside is no contradiction for a location elsewhere',
      series: { ...series, locations: [{ ...park, district: '郑州市金水区' }] },
      tracks: { 1: tracks({ geotags: [boundary, tag({ inside: false })] }) },
    },
    {
      name: 'a photo far from its location',
      series,
      tracks: { 1: tracks({ geotags: [boundary, tag({ inside: true, point: [113.79, 34.98] })] }) },
      expected: [{ messageId: 'gpsFarFromPoint', at: lake, level: 'warning' }],
    },
    {
      name: 'a point copied from a Chinese map',
      series: { ...series, locations: [{ ...park, point: toGcj02([113.6902, 34.9803]) }] },
      tracks: { 1: tracks({ geotags: [boundary, tag({ inside: true })] }) },
      expected: [{ messageId: 'pointIsShifted', at: { document: 'drama.yaml' }, level: 'info' }],
    },
    {
      name: 'files and coordinates of no use',
      series,
      tracks: {
        1: tracks({
          geotags: [
            tag({ source: 'boundary', location: null, path: 'z.json', point: null, problem: 'boundary' }),
            tag({ point: null, problem: 'unreadable', detail: 'Input file is missing' }),
            tag({ point: null, problem: 'heic' }),
            tag({ point: null, problem: 'zero', detail: '0, 0' }),
            tag({ point: null, problem: 'swapped', detail: '34.98, 113.69' }),
          ],
        }),
      },
      expected: [
        { messageId: 'boundaryUnreadable', at: { document: 'z.json' } },
        { messageId: 'photoUnreadable', at: lake },
        { messageId: 'photoHeic', at: lake },
        { messageId: 'coordinatesBad', at: lake },
        { messageId: 'coordinatesBad', at: lake },
      ],
    },
    {
      name: 'one photo for two locations, to the byte or saved again; two of one location are fine',
      series,
      tracks: {
        1: tracks({
          geotags: [
            tag({ point: null, sketch: '00ff'.repeat(128) }),
            tag({ point: null, path: 'again.jpg' }),
            tag({ point: null, path: 'b.jpg', location: paddy.name }),
            tag({ point: null, path: 'c.jpg', sha256: 'c', location: paddy.name, sketch: '10ef'.repeat(128) }),
            tag({
              point: null,
              path: 'd.jpg',
              sha256: 'd',
              location: paddy.name,
              sketch: '0f'.repeat(128) + 'f0'.repeat(128),
            }),
          ],
        }),
      },
      expected: [
        { messageId: 'samePhotoTwice', at: { document: 'b.jpg' }, level: 'warning' },
        { messageId: 'samePhotoTwice', at: { document: 'c.jpg' }, level: 'warning' },
      ],
    },
    {
      name: 'names in writing and in dialogue, each once where it first is',
      series,
      tracks: {
        1: tracks({
          'screen-text': [sign(1, '原武城皇庙'), sign(9, '原武城隍庙')],
          cues: [cue(3, '尝尝原阳大米'), cue(20, '毛遂自荐')],
        }),
      },
      expected: [
        { messageId: 'nameSeen', at: at(1, 3), level: 'info', matched: '原武城隍庙' },
        { messageId: 'nameSaid', at: at(3, 5), level: 'info', matched: '原阳大米' },
      ],
      facts: {
        'photo-proven-seconds': { value: 0 },
        'photo-proven-locations': { value: [] },
        'local-names-seen': { value: ['原武城隍庙'] },
        'local-names-said': { value: ['原阳大米'] },
        'culture-element-count': { value: 2 },
      },
    },
    {
      name: 'a landmark with a misread character may be counted; townships, institutions and the table are no culture',
      series,
      tracks: {
        1: tracks({
          'screen-text': [
            sign(1, '原武城皇庙'),
            sign(4, '原武镇欢迎您'),
            sign(8, '凤湖公园'),
            sign(12, '神农种业实验室'),
          ],
          cues: [cue(3, '尝尝原阳大米')],
        }),
      },
      expected: [
        { messageId: 'nameSeen', at: at(1, 3), matched: '原武城隍庙' },
        { messageId: 'nameSeen', at: at(4, 6), matched: '原武镇' },
        { messageId: 'nameSeen', at: at(8, 10), matched: '凤湖公园' },
        { messageId: 'nameSeen', at: at(12, 14), matched: '神农种业实验室' },
        { messageId: 'nameSaid', at: at(3, 5), matched: '原阳大米' },
      ],
      facts: {
        'photo-proven-seconds': { value: 0 },
        'photo-proven-locations': { value: [] },
        'local-names-seen': { value: ['原武城隍庙', '原武镇', '凤湖公园', '神农种业实验室'] },
        'local-names-said': { value: ['原阳大米'] },
        'culture-element-count': { low: 1, high: 2, coverage: 1 },
      },
    },
    {
      name: 'without the starter names only the table and the user have names',
      series,
      options: { starter: false },
      tracks: { 1: tracks({ 'screen-text': [sign(1, '原武城隍庙'), sign(4, '凤湖公园')] }) },
      expected: [{ messageId: 'nameSeen', at: at(4, 6), matched: '凤湖公园' }],
    },
  ],
  { describe, it },
);

describe('facts', () => {
  it('are unknown without photos, with what would settle it', async () => {
    const { facts } = await runChecker(placeEvidence, {
      series: sampleSeries({ episodes: [sampleEpisode(1)] }),
      episodes: [sampleEpisode(1)],
      options: {},
      tracks: { 1: tracks({}) },
    });
    expect(facts['photo-proven-seconds']).toMatchObject({ unknown: { wouldSettle: { en: /locations\[\].photos/ } } });
  });
});

describe('evidenceItems', () => {
  it('are plain, graded, and leave out claims and what is tainted', () => {
    const matches = new Map([
      [1, [match(2), match(9, { photo: { path: 'x.jpg', sha256: 'x' }, proof: false, copy: true })]],
    ]);
    const geotags = [
      tag({ source: 'table', path: null, sha256: null }),
      tag({ inside: true }),
      tag({ path: 'x.jpg', sha256: 'x' }),
    ];
    const items = evidenceItems({ matches, geotags, mentions: [] });
    expect(items).toEqual([
      expect.objectContaining({ kind: 'photo-match', grade: 'proof', location: '凤湖公园', at: at(2, 5), local: null }),
      expect.objectContaining({ kind: 'gps', grade: 'weak', location: '凤湖公园', at: null, local: true }),
    ]);
    expect(structuredClone(items)).toEqual(items);
  });
});
