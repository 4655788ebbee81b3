import { fillMessage, runChecker, type Location, type Script } from '@shenpian/core';
import { testChecker } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { printCells, printSide } from '../src/movement.ts';
import { paddedMessages } from '../src/padded-messages.ts';
import { paddedTime } from '../src/padded-time.ts';
import { makeCue, makeEpisode, makeLocation, makeScript, makeSeries, makeShots } from './handmade-series.ts';

/** Prints of someone who walks over a background; another take walks otherwise. */
function printsOf(place: number, take: number, seconds: number, from = 0): string {
  const steps = seconds * 10;
  const bytes = new Uint8Array(steps * printCells);
  for (let step = 0; step < steps; step++) {
    const time = (step + from * 10) / 10;
    const x = 3.5 + 2.5 * Math.sin(time * (1.1 + 0.37 * take) + 2 * take);
    const y = 3.5 + 2 * Math.cos(time * (0.7 + 0.23 * take) + take);
    for (let cell = 0; cell < printCells; cell++) {
      const [row, column] = [Math.floor(cell / printSide), cell % printSide];
      const ground = 90 + 50 * Math.sin(cell * (0.31 + 0.2 * place) + place);
      bytes[step * printCells + cell] = ground + 60 * Math.exp(-((row - y) ** 2 + (column - x) ** 2) / 2);
    }
  }
  return Buffer.from(bytes).toString('base64');
}

const script = makeScript([
  ['1-1', '湖边', ['你怎么才来', '路上车坏了', '我等了一个晚上']],
  ['1-2', '公司', ['合同签好了吗']],
  ['2-1', '湖边', ['这片麦地不能卖', '你听我说完']],
]);
const lake = makeLocation('凤湖公园', '平原示范区', ['1-1', '2-1']);
const office = makeLocation('金水写字楼', '郑州市金水区', ['1-2']);
const series = makeSeries({
  episodes: [makeEpisode(1, 60), makeEpisode(2, 60)],
  scripts: [script],
  locations: [lake, office],
});

interface Planned {
  readonly line: string;
  readonly prints: string;
  readonly still?: readonly { start: number; end: number }[];
  readonly slowed?: number;
}

const tracksOf = (planned: readonly Planned[], at = 0) => {
  const shots = makeShots(...(at > 0 ? [at] : []), ...planned.map(() => 4)).slice(at > 0 ? 1 : 0);
  return {
    shots,
    cues: shots.map(({ start, end }, i) => makeCue(start + 0.3, end - 0.3, planned[i]!.line)),
    looks: [],
    movement: shots.map(({ start, end }, i) => {
      const { prints, still = [], slowed = 1 } = planned[i]!;
      return {
        start,
        end,
        prints,
        still: still.map((run) => ({ start: start + run.start, end: start + run.end })),
        slowed,
      };
    }),
  };
};
const [come, car, waited, signed, wheat, listen] = [
  '你怎么才来',
  '路上车坏了',
  '我等了一个晚上',
  '合同签好了吗',
  '这片麦地不能卖',
  '你听我说完',
] as const;
const nothing = {
  'repeated-local-seconds': { value: 0 },
  'still-local-seconds': { value: 0 },
  'slowed-local-seconds': { value: 0 },
};

testChecker(
  paddedTime,
  [
    {
      name: 'other takes of one set-up are no repeated footage',
      series,
      tracks: {
        1: tracksOf([
          { line: come, prints: printsOf(1, 1, 4) },
          { line: car, prints: printsOf(1, 2, 4) },
          { line: waited, prints: printsOf(1, 3, 4) },
        ]),
        2: tracksOf([{ line: wheat, prints: printsOf(1, 4, 4) }]),
      },
      facts: nothing,
    },
    {
      name: 'footage that comes back within the local time, also a part of it',
      series,
      tracks: {
        1: tracksOf([
          { line: come, prints: printsOf(1, 1, 4) },
          { line: car, prints: printsOf(2, 2, 4) },
          { line: waited, prints: printsOf(1, 1, 4) },
        ]),
        2: tracksOf([{ line: wheat, prints: printsOf(1, 1, 4, 1) }], 40),
      },
      expected: [{ messageId: 'footageReused', at: { episode: 1, start: 8, end: 12 }, level: 'warning' }],
      facts: { ...nothing, 'repeated-local-seconds': { value: 7 } },
    },
    {
      name: 'the beginning of an episode that shows the one before is told as titles or a recap',
      series,
      tracks: {
        1: tracksOf([
          { line: come, prints: printsOf(1, 1, 4) },
          { line: car, prints: printsOf(2, 2, 4) },
        ]),
        2: tracksOf([
          { line: wheat, prints: printsOf(2, 2, 4) },
          { line: listen, prints: printsOf(3, 3, 4) },
        ]),
      },
      expected: [{ messageId: 'openingReused', at: { episode: 2, start: 0, end: 4 }, level: 'info' }],
      facts: { ...nothing, 'repeated-local-seconds': { value: 4 } },
    },
    {
      name: 'one piece of footage on both sides of the boundary',
      series,
      tracks: {
        1: tracksOf([
          { line: come, prints: printsOf(1, 1, 4) },
          { line: car, prints: printsOf(3, 3, 4) },
          { line: signed, prints: printsOf(1, 1, 4) },
        ]),
        2: tracksOf([{ line: wheat, prints: printsOf(2, 2, 4) }]),
      },
      expected: [{ messageId: 'footageOnBothSides', at: { episode: 1, start: 8, end: 12 }, level: 'warning' }],
      facts: nothing,
    },
    {
      name: 'stills and slowed footage of the local time, not of the rest',
      series,
      tracks: {
        1: tracksOf([
          { line: come, prints: printsOf(1, 1, 4), still: [{ start: 1, end: 4 }] },
          { line: car, prints: printsOf(2, 2, 4), slowed: 2 },
          { line: waited, prints: printsOf(3, 3, 4) },
          { line: signed, prints: printsOf(4, 4, 4), still: [{ start: 0, end: 4 }], slowed: 3 },
        ]),
        2: tracksOf([{ line: wheat, prints: printsOf(5, 5, 4), still: [{ start: 0, end: 2.5 }] }]),
      },
      expected: [
        { messageId: 'stillPicture', at: { episode: 1, start: 1, end: 4 }, level: 'info' },
        { messageId: 'slowedFootage', at: { episode: 1, start: 4, end: 8 }, level: 'info' },
      ],
      facts: { ...nothing, 'still-local-seconds': { value: 5.5 }, 'slowed-local-seconds': { value: 4 } },
    },
  ],
  { describe, it },
);

describe('an exterior before interiors', () => {
  const photo = { path: 'evidence/lake.jpg', file: '/lake.jpg', sha256: 'lake', bytes: 1 };
  const inn: Location = { ...makeLocation('凤湖民宿', '平原示范区', ['1-1']), photos: [photo] };
  const interior = {
    ...script,
    scenes: script.scenes.map((scene) => (scene.id === '1-1' ? { ...scene, setting: 'interior' as const } : scene)),
  };
  const lines = [come, car, waited, waited, waited, waited];
  const tracks = tracksOf(lines.map((line, i) => ({ line, prints: printsOf(i + 1, i + 1, 4) })));
  const proof = (shot: number) => {
    const { start, end } = tracks.shots[shot]!;
    const frames = [{ time: start + 1, sha256: 'x', inliers: 20 }];
    const { path, sha256 } = photo;
    return {
      start,
      end,
      location: inn.name,
      photo: { path, sha256 },
      frames,
      inliers: 20,
      scale: 1,
      proof: true,
      copy: false,
    };
  };
  const told = async (matches: readonly unknown[], scripts: readonly Script[] = [interior]) => {
    const made = makeSeries({ episodes: [makeEpisode(1, 24)], scripts, locations: [inn] });
    const input = {
      series: made,
      episodes: made.episodes,
      options: {},
      tracks: { 1: { ...tracks, 'place-matches': matches } },
    };
    const { findings } = await runChecker(paddedTime, input);
    return findings.filter(({ rule }) => rule === 'padded-time/establishedOnly');
  };

  it('is told when a photo proves the beginning of the scene alone, with the photo', async () => {
    expect(await told([proof(0)])).toMatchObject([
      {
        level: 'info',
        at: { episode: 1, start: 0, end: 4 },
        also: [{ episode: 1, start: 4, end: 24 }],
        evidence: [{ path: 'evidence/lake.jpg' }],
      },
    ]);
  });

  it('is not told of scenes without any proof, with proof further on, or shot outside', async () => {
    expect(await told([])).toEqual([]);
    expect(await told([proof(0), proof(4)])).toEqual([]);
    expect(await told([proof(0)], [script])).toEqual([]);
  });
});

it('has every placeholder of every message', () => {
  for (const message of Object.values(paddedMessages)) {
    const names = [...message.en.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);
    const data = Object.fromEntries(names.map((name) => [name, name]));
    expect(fillMessage(message, data)['zh-CN']).not.toMatch(/\{\{/);
  }
});
