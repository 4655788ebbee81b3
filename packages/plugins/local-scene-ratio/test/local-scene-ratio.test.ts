import { fillMessage, type Location } from '@shenpian/core';
import { describe, expect, it, test } from 'vitest';
import { messages } from '../src/messages.ts';
import { localSceneRatioOptionsSchema } from '../src/options.ts';
import {
  makeCue,
  makeEpisode,
  makeLocation,
  makeScript,
  makeSeries,
  makeShots,
  runChecker,
} from './handmade-series.ts';

const script = makeScript([
  ['1-1', '凤湖公园', ['你怎么才来', '路上车坏了']],
  ['1-2', '城里公司', ['合同签好了吗']],
  ['2-1', '老陈家', ['这片麦地不能卖', '你听我说完']],
]);
const park = makeLocation('凤湖公园', '平原示范区', []);
const office = makeLocation('金水写字楼', '郑州市金水区', ['1-2']);
const farm = makeLocation('师寨麦田', '新乡市平原示范区师寨镇', ['2-*']);

const tracks = {
  // 1-1: 0–6 · between: 6–8 · 1-2: 8–12
  1: {
    shots: makeShots(2, 4, 2, 4),
    cues: [makeCue(0.5, 1.5, '你怎么才来'), makeCue(3, 4, '路土车坏了'), makeCue(9, 10, '合同签好了吗')],
  },
  // before: 0–1 · 2-1: 1–8
  2: {
    shots: makeShots(1, 3, 2, 2),
    cues: [makeCue(2, 3, '这片麦地不能卖'), makeCue(6.5, 7.5, '你听我说完')],
  },
};
const series = (locations: readonly Location[]) =>
  makeSeries({ episodes: [makeEpisode(1, 12), makeEpisode(2, 8)], scripts: [script], locations });

describe('facts', () => {
  const cases: [
    name: string,
    locations: Location[],
    options: unknown,
    ratio: { low: number; high: number; coverage: number },
    seconds: [low: number, high: number, total: number],
  ][] = [
    ['everything listed', [park, office, farm], {}, { low: 0.65, high: 0.8, coverage: 0.85 }, [13, 16, 20]],
    ['a scene without location', [park, office], {}, { low: 0.3, high: 0.8, coverage: 0.5 }, [6, 16, 20]],
    [
      'a location without district',
      [park, office, makeLocation('师寨麦田', null, ['2-*'])],
      {},
      { low: 0.3, high: 0.8, coverage: 0.5 },
      [6, 16, 20],
    ],
    [
      'a district that is too large',
      [park, office, makeLocation('师寨麦田', '新乡市', ['2-*'])],
      {},
      { low: 0.3, high: 0.8, coverage: 0.5 },
      [6, 16, 20],
    ],
    [
      'another zone',
      [park, office, farm],
      { zone: { name: '郑州市', aliases: ['金水区'] } },
      { low: 0.2, high: 0.35, coverage: 0.85 },
      [4, 7, 20],
    ],
    [
      'without a second of titles',
      [park, office, farm],
      { denominator: 'story-shots', titles: { opening: 1 } },
      { low: 0.684210526, high: 0.789473684, coverage: 0.894736842 },
      [13, 15, 19],
    ],
  ];
  test.each(cases)('%s', async (_, locations, options, ratio, [low, high, total]) => {
    const { facts } = await runChecker(series(locations), tracks, options);
    expect(facts['local-scene-ratio']).toEqual(ratio);
    expect(facts['local-seconds']).toEqual({ low, high, coverage: ratio.coverage });
    expect(facts['story-seconds']).toEqual({ value: total });
  });

  it.each([
    [{}, '平原示范区'],
    [{ zone: { name: '佛山市' } }, '佛山市'],
  ])('says which zone the share is of: %j', async (options, zone) => {
    for (const work of [series([park]), series([])]) {
      const { facts } = await runChecker(work, tracks, options);
      expect(facts['local-scene-zone']).toEqual({ value: zone });
    }
    const { facts } = await runChecker(series([park]), { 1: { shots: [], cues: [] } }, options);
    expect(facts['local-scene-zone']).toEqual({ value: zone });
  });

  it.each(['scenes', 'pages'] as const)('is not of a running time when it is of %s', async (denominator) => {
    const { facts } = await runChecker(series([park, office, farm]), tracks, { denominator });
    expect(facts['story-seconds']).toMatchObject({ unknown: { reason: messages.notOfTime } });
  });

  it('counts an episode that could not be read as unknown', async () => {
    const { facts } = await runChecker(series([park, office, farm]), { 1: tracks[1] });
    expect(facts['local-scene-ratio']).toEqual({ low: 0.3, high: 0.8, coverage: 0.5 });
  });

  it('reads sidecar subtitles when no cues are burned in', async () => {
    const sidecar = tracks[1].cues.map(({ start, end, text }) => ({ start, end, text }));
    const work = makeSeries({
      episodes: [makeEpisode(1, 12, sidecar)],
      scripts: [script],
      locations: [park, office],
    });
    const { facts } = await runChecker(work, { 1: { shots: tracks[1].shots, cues: [] } });
    expect(facts['local-scene-ratio']).toEqual({ low: 0.5, high: 0.666666667, coverage: 0.833333333 });
  });

  it('searches all scenes when the script does not number by episode', async () => {
    const running = makeScript(
      [
        ['1', '凤湖公园', ['你怎么才来', '路上车坏了']],
        ['2', '师寨麦田', ['这片麦地不能卖', '你听我说完']],
      ],
      false,
    );
    const work = makeSeries({ episodes: [makeEpisode(2, 8)], scripts: [running], locations: [park, farm] });
    const { facts } = await runChecker(work, { 2: tracks[2] });
    expect(facts['local-scene-ratio']).toEqual({ low: 0.875, high: 1, coverage: 0.875 });
  });

  const unknowns: [
    name: string,
    work: ReturnType<typeof series>,
    given: typeof tracks | object,
    reason: keyof typeof messages,
  ][] = [
    ['no shots', series([park]), { 1: { shots: [], cues: [] } }, 'noShots'],
    ['no script', { ...series([park]), scripts: [] }, tracks, 'noScript'],
    ['no locations', series([]), tracks, 'noLocations'],
  ];
  test.each(unknowns)('%s: unknown, and nothing else is said', async (_, work, given, reason) => {
    const { facts, findings } = await runChecker(work, given as typeof tracks);
    expect(facts['local-scene-ratio']).toMatchObject({ unknown: { reason: messages[reason] } });
    expect(findings).toEqual([]);
  });
});

describe('findings', () => {
  const brief = async (locations: readonly Location[], given: object = tracks) => {
    const { findings } = await runChecker(series(locations), given as typeof tracks);
    return findings
      .filter(({ messageId }) => !/stimate|locationUsed/.test(messageId))
      .map(({ messageId, level, at, data }) => [messageId, level, at, data]);
  };

  it('says what is elsewhere, what no scene explains, and which places rest on a claim alone', async () => {
    expect(await brief([park, office, farm])).toEqual([
      ['unknownScene', 'info', { episode: 1, start: 6, end: 8 }, { seconds: '2.0', before: '1-1', after: '1-2' }],
      [
        'nonLocalScene',
        'info',
        { episode: 1, start: 8, end: 12 },
        { scene: '1-2', location: '金水写字楼', district: '郑州市金水区', seconds: '4.0', zone: '平原示范区' },
      ],
      ['unknownScene', 'info', { episode: 2, start: 0, end: 1 }, { seconds: '1.0', before: '—', after: '2-1' }],
      [
        'locationWithoutPhotos',
        'info',
        { episode: 1, start: 0, end: 2 },
        { location: '凤湖公园', seconds: '6.0', zone: '平原示范区' },
      ],
      [
        'locationWithoutPhotos',
        'info',
        { episode: 2, start: 1, end: 4 },
        { location: '师寨麦田', seconds: '7.0', zone: '平原示范区' },
      ],
    ]);
  });

  it('asks for a missing location and for a district', async () => {
    const findings = await brief([office, makeLocation('师寨麦田', '原阳县', ['2-1'])]);
    expect(findings).toContainEqual([
      'unknownLocation',
      'warning',
      { episode: 1, start: 0, end: 6 },
      { scene: '1-1', place: '凤湖公园', seconds: '6.0' },
    ]);
    expect(findings).toContainEqual([
      'unknownDistrict',
      'warning',
      { episode: 2, start: 1, end: 8 },
      { scene: '2-1', location: '师寨麦田', district: '原阳县', seconds: '7.0', zone: '平原示范区' },
    ]);
  });

  it('does not ask for photographs that are there', async () => {
    const photo = { path: 'evidence/1.jpg', file: '/1.jpg', sha256: '0', bytes: 1 };
    const ids = (await brief([{ ...park, photos: [photo] }, office, farm])).map(([id]) => id);
    expect(ids.filter((id) => id === 'locationWithoutPhotos')).toHaveLength(1);
  });

  it('does not read chance into an episode whose subtitles are of another script', async () => {
    const cues = ['今天天气真不错', '你怎么才来', '谁也没想到', '后来呢你说'].map((text, index) =>
      makeCue(index * 2, index * 2 + 1, text),
    );
    const given = { 1: { shots: tracks[1].shots, cues } };
    expect(await brief([park, office, farm], given)).toEqual([
      ['sceneNotAligned', 'warning', { episode: 1, start: 0, end: 12 }, { episode: 1, cues: 4, aligned: 1 }],
    ]);
  });

  it('says when there is nothing to align', async () => {
    const given = { 1: { shots: tracks[1].shots, cues: [] } };
    expect(await brief([park, office, farm], given)).toEqual([
      ['noCues', 'warning', { episode: 1, start: 0, end: 12 }, { episode: 1, cues: 0, aligned: 0 }],
    ]);
  });

  it('says what the evidence adds up to, for the series and each episode', async () => {
    const { findings } = await runChecker(series([park, office, farm]), tracks);
    const estimates = findings.filter(({ messageId }) => /stimate/.test(messageId));
    expect(estimates.map(({ messageId, level, at }) => [messageId, level, at])).toEqual([
      ['estimate', 'info', { document: 'drama.yaml' }],
      ['episodeEstimate', 'info', { episode: 1, start: 0, end: 12 }],
      ['episodeEstimate', 'info', { episode: 2, start: 0, end: 8 }],
    ]);
    expect(estimates[0]!.data).toMatchObject({ certifiedLow: '0.0 %', certifiedHigh: '100.0 %', answers: 0 });
    expect(estimates[0]!.data!['moved']).toMatchObject({ en: expect.stringMatching(/师寨麦田 \+/) as unknown });
    expect(estimates[0]!.data!['moved']).toMatchObject({ en: expect.stringMatching(/金水写字楼 −/) as unknown });
  });

  it('lists the locations that the film shows, the longest first', async () => {
    const { findings, facts } = await runChecker(series([park, office, farm]), tracks);
    expect(facts['locations-used']).toEqual({ value: ['师寨麦田', '凤湖公园', '金水写字楼'] });
    const used = findings.filter(({ messageId }) => messageId === 'locationUsed');
    expect(used.map(({ at, data }) => [at, data!['location'], data!['time'], data!['shots']])).toEqual([
      [{ episode: 2, start: 1, end: 8 }, '师寨麦田', '0:07.0', 3],
      [{ episode: 1, start: 0, end: 6 }, '凤湖公园', '0:06.0', 2],
      [{ episode: 1, start: 8, end: 12 }, '金水写字楼', '0:04.0', 1],
    ]);
  });

  it('gives every message the data that it needs', async () => {
    const work = [
      runChecker(series([park, office]), tracks),
      runChecker(series([office, makeLocation('师寨麦田', null, ['2-1'])]), tracks),
      runChecker(series([park, farm]), { 1: { shots: tracks[1].shots, cues: [] } }),
      runChecker(series([park, farm]), { 1: { shots: tracks[1].shots, cues: tracks[2].cues } }),
    ];
    const findings = (await Promise.all(work)).flatMap((result) => result.findings);
    expect(new Set(findings.map(({ messageId }) => messageId)).size).toBe(10);
    for (const { messageId, data } of findings) {
      expect(fillMessage(messages[messageId as keyof typeof messages], data)['zh-CN']).not.toContain('{{');
    }
  });

  it('keeps its identity when times move', async () => {
    const later = {
      1: {
        shots: makeShots(3, 5, 2, 4),
        cues: tracks[1].cues.map((cue) => ({ ...cue, start: cue.start + 1.5, end: cue.end + 1.5 })),
      },
    };
    const before = await runChecker(series([park, office]), { 1: tracks[1] });
    const after = await runChecker(series([park, office]), later);
    const identities = ({ findings }: typeof before) => findings.map(({ identity }) => identity);
    expect(identities(after)).toEqual(identities(before));
  });
});

describe('options', () => {
  it('needs the length of titles to leave them out', () => {
    expect(localSceneRatioOptionsSchema.safeParse({ denominator: 'story-shots' }).success).toBe(false);
    expect(localSceneRatioOptionsSchema.safeParse({ zone: { name: '·' } }).success).toBe(false);
    expect(localSceneRatioOptionsSchema.parse(undefined).zone.name).toBe('平原示范区');
  });
});
