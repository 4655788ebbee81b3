import { describe, expect, test } from 'vitest';
import type { Finding, Position } from '../../src/findings/finding.ts';
import { frameAt, withFrames } from '../../src/pipeline/evidence-pictures.ts';
import type { EpisodeTracks } from '../../src/tracks/build-tracks.ts';

const tracks = (times: readonly number[]): EpisodeTracks => ({
  tracks: new Map([['stills', { items: times.map((time) => ({ time, sha256: `sha-${time}` })) }]]),
  decode: null,
  decoded: false,
});
const finding = (at: Position): Omit<Finding, 'id'> => ({
  fingerprint: 'x',
  checker: 'words',
  rule: 'words/hit',
  level: 'info',
  message: { 'zh-CN': '看到', en: 'seen' },
  confidence: 1,
  at,
  evidence: [{ kind: 'cue', text: '你好' }],
  standards: [],
});

describe('frameAt', () => {
  test.each([
    [0, 0],
    [1.4, 1],
    [1.6, 2],
    [99, 3],
  ])('the still nearest to %d s is at %d s', (time, nearest) => {
    const pictures = new Map<string, string>();
    const path = `evidence/ep012-000${nearest}.00.jpg`;
    expect(frameAt(12, time, tracks([0, 1, 2, 3]), pictures)).toEqual({
      kind: 'frame',
      path,
      sha256: `sha-${nearest}`,
      time: nearest,
    });
    expect([...pictures]).toEqual([[path, `sha-${nearest}`]]);
  });
  test.each([
    ['no stills', tracks([])],
    ['no tracks', undefined],
    ['stills that failed', { ...tracks([]), tracks: new Map([['stills', { error: new Error('x') }]]) }],
  ])('%s: none', (_, given) => {
    expect(frameAt(1, 0, given, new Map())).toBeNull();
  });
});

describe('withFrames', () => {
  const all = new Map([[1, tracks([0, 1, 2])]]);
  test.each<[string, Position, readonly string[]]>([
    ['in an episode: the frame of its middle comes first', { episode: 1, start: 0.9, end: 2.9 }, ['frame', 'cue']],
    ['in an episode that was not decoded', { episode: 2, start: 0, end: 1 }, ['cue']],
    ['in a script', { script: 'a.txt', line: 1, column: 1, length: 1 }, ['cue']],
    ['in a document', { document: 'a.pdf' }, ['cue']],
  ])('%s', (_, at, kinds) => {
    const [found] = withFrames([finding(at)], all, new Map());
    expect(found?.evidence.map(({ kind }) => kind)).toEqual(kinds);
    if (kinds[0] === 'frame') expect(found?.evidence[0]?.time).toBe(2);
  });
});

test('further places get pictures of their own, the first seven of them', () => {
  const places = Array.from({ length: 9 }, (_, i): Position => ({ episode: 2, start: i, end: i }));
  const built = new Map([
    [1, tracks([0])],
    [2, tracks([0, 1, 2, 3, 4, 5, 6, 7, 8])],
  ]);
  const pictures = new Map<string, string>();
  const [shown] = withFrames([{ ...finding({ episode: 1, start: 0, end: 0 }), also: places }], built, pictures);
  expect(shown?.evidence.flatMap(({ time }) => time ?? [])).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
  expect(pictures.size).toBe(8);
});
