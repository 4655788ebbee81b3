import {
  cuesTrack,
  fillMessage,
  type CheckerContext,
  type Cue,
  type Episode,
  type Fact,
  type FindingReport,
  type ScreenText,
  type Series,
  type SidecarCue,
} from '@shenpian/core';
import { describe, expect, test } from 'vitest';
import { messages, type MessageId } from '../src/messages.ts';
import { optionsSchema, type Options } from '../src/options.ts';
import { sensitiveTerms } from '../src/sensitive-terms.ts';

interface Material {
  readonly title?: string;
  readonly episodeTitle?: string;
  readonly script?: readonly string[];
  readonly cues?: readonly (readonly [number, number, string, number?])[];
  readonly from?: 'sidecar' | 'embedded';
  readonly sidecar?: readonly (readonly [number, number, string])[];
  readonly screen?: readonly (readonly [number, number, string])[];
}

const box = { x: 0, y: 0.8, width: 1, height: 0.1 };
const file = { path: 'episodes/1.mp4', file: '/episodes/1.mp4', sha256: '0'.repeat(64), bytes: 1 };

function burnedIn(start: number, end: number, text: string, confidence = 0.98): Cue {
  return { start, end, text, box, confidence, engine: 'paddle' };
}

function seriesOf(material: Material): { series: Series; cues: Cue[]; screen: ScreenText[] } {
  const sidecar: SidecarCue[] = (material.sidecar ?? []).map(([start, end, text]) => ({ start, end, text }));
  const episode: Episode = {
    number: 1,
    title: material.episodeTitle ?? null,
    input: {
      ...file,
      probe: {
        seconds: 60,
        videoSeconds: 60,
        frames: null,
        width: 1080,
        height: 1920,
        fps: 25,
        container: 'mp4',
        videoCodec: 'h264',
        audioCodec: null,
        subtitleStreams: [],
        tags: {},
      },
    },
    subtitles: material.sidecar
      ? { ...file, path: 'subtitles/1.srt', source: material.from ?? 'sidecar', cues: sidecar }
      : null,
  };
  const lines = (material.script ?? []).map((text, index) => ({
    line: index * 2 + 1,
    text,
    kind: 'text' as const,
    speaker: null,
    column: 1,
    scene: null,
  }));
  const series: Series = {
    title: material.title ?? '凤湖夜话',
    producer: { name: null, licence: null },
    kind: 'live-action',
    investment: null,
    episodes: [episode],
    scripts: [{ path: 'scripts/1.txt', sha256: file.sha256, lines, scenes: [] }],
    locations: [],
    filing: { date: null, number: null },
    claims: [],
    evidence: [],
    release: { platforms: [] },
    event: null,
    tables: [],
  };
  return {
    series,
    cues: (material.cues ?? []).map(([start, end, text, confidence]) => burnedIn(start, end, text, confidence)),
    screen: (material.screen ?? []).map(([start, end, text]) => ({ start, end, text, box, confidence: 0.9 })),
  };
}

async function check(material: Material, options: Partial<Options> = {}, read: readonly Cue[] = []) {
  const made = seriesOf(material);
  const { series, screen } = made;
  const cues = [...made.cues, ...read];
  const findings: FindingReport<MessageId>[] = [];
  const facts: Record<string, Fact> = {};
  const context: CheckerContext<Options, MessageId> = {
    series,
    episodes: series.episodes,
    decisions: [],
    options: optionsSchema.parse(options),
    read: ((type: { id: string }) => (type.id === cuesTrack.id ? cues : screen)) as CheckerContext<Options>['read'],
    report: (finding) => findings.push(finding),
    fact: (id, fact) => {
      facts[id] = fact;
    },
  };
  await sensitiveTerms.check(context);
  return { findings, facts };
}

describe('findings: message id, level and place', () => {
  test.each<[string, Material, unknown[]]>([
    [
      'script line, with the paragraph number of the script',
      { script: ['张三：早。', '李四：来我们平台下注吧。'] },
      [['termFound', 'warning', { script: 'scripts/1.txt', line: 3, column: 9, length: 2 }]],
    ],
    [
      'disguised in a cue',
      { cues: [[3, 4.5, '加薇信领彩*金']] },
      [
        ['termVariant', 'violation', { episode: 1, start: 3, end: 4.5 }],
        ['termDisguised', 'violation', { episode: 1, start: 3, end: 4.5 }],
      ],
    ],
    [
      'second line of a cue',
      { cues: [[3, 4, '你好\n我弄死你']] },
      [['termFound', 'warning', { episode: 1, start: 3, end: 4 }]],
    ],
    ['never across two lines of a cue', { cues: [[3, 4, '赌\n博']] }, []],
    [
      'split over two cues of one sentence',
      {
        cues: [
          [3, 4, '他天天去赌'],
          [4.1, 5, '博，输光了'],
        ],
      },
      [['termAcrossLines', 'warning', { episode: 1, start: 3, end: 5 }]],
    ],
    [
      'split over two cues and in other characters',
      {
        sidecar: [
          [3, 4, '这买卖穩賺'],
          [4, 5, '不-賠'],
        ],
      },
      [['termDisguised', 'warning', { episode: 1, start: 3, end: 5 }]],
    ],
    [
      'not over a pause, a mark, or where a word is cut',
      {
        sidecar: [
          [3, 4, '他天天去赌'],
          [7, 8, '博'],
          [8, 9, '赌，'],
          [9, 10, '博'],
          [10, 11, '又在打赌'],
          [11, 12, '博士来了'],
        ],
      },
      [],
    ],
    [
      'the track inside the video only',
      { from: 'embedded', sidecar: [[3, 4, '他天天赌博']] },
      [['termFound', 'warning', { episode: 1, start: 3, end: 4 }]],
    ],
    ['sidecar only', { sidecar: [[3, 4, '他天天赌博']] }, [['termFound', 'warning', { episode: 1, start: 3, end: 4 }]]],
    [
      'the same in cue and sidecar is one finding',
      { cues: [[3, 4, '他天天赌博']], sidecar: [[3.2, 4.1, '他天天赌博。']] },
      [['termFound', 'warning', { episode: 1, start: 3, end: 4 }]],
    ],
    [
      'twice in both, two findings',
      { cues: [[3, 4, '赌博就是赌博']], sidecar: [[3, 4, '赌博就是赌博']] },
      [
        ['termFound', 'warning', { episode: 1, start: 3, end: 4 }],
        ['termFound', 'warning', { episode: 1, start: 3, end: 4 }],
      ],
    ],
    [
      'at another time, two findings',
      { cues: [[3, 4, '他天天赌博']], sidecar: [[13, 14, '他天天赌博']] },
      [
        ['termFound', 'warning', { episode: 1, start: 3, end: 4 }],
        ['termFound', 'warning', { episode: 1, start: 13, end: 14 }],
      ],
    ],
    [
      'text on screen',
      { screen: [[7, 9, '澳门网上赌场']] },
      [
        ['termVariant', 'violation', { episode: 1, start: 7, end: 9 }],
        ['termFound', 'warning', { episode: 1, start: 7, end: 9 }],
      ],
    ],
    ['title of the series', { title: '霸总的邻居' }, [['titleTerm', 'warning', { document: 'drama.yaml' }]]],
    [
      'title of an episode',
      { episodeTitle: '复仇开始' },
      [['titleTerm', 'warning', { episode: 1, start: 0, end: 60 }]],
    ],
    [
      'a title that no word of the lexicon is in',
      { title: '西游寄', episodeTitle: '签到百亿' },
      [
        ['titleParody', 'warning', { document: 'drama.yaml' }],
        ['titleExaggeration', 'warning', { episode: 1, start: 0, end: 60 }],
      ],
    ],
    ['title words in dialogue are fine', { script: ['张三：霸总来了。'] }, []],
    [
      'innocent lines',
      { script: ['打死我也不信', '前面路口交通堵了'], cues: [[1, 2, '今天终于杀青了']], title: '凤湖夜话' },
      [],
    ],
  ])('%s', async (_, material, expected) => {
    const { findings } = await check(material);
    expect(findings.map(({ messageId, level, at }) => [messageId, level, at])).toEqual(expected);
  });
});

test('a finding says what, why and under which rule, in both languages', async () => {
  const { findings } = await check({ script: ['李四：去赌*博吧'] });
  const [finding] = findings;
  expect(finding?.matched).toBe('赌*博');
  expect(finding?.standards).toEqual([{ document: '网络短视频内容审核标准细则（2021）', article: '第十五类第61项' }]);
  expect(finding?.evidence).toEqual([{ kind: 'script', path: 'scripts/1.txt', text: '李四：去赌*博吧' }]);
  expect(fillMessage(messages[finding?.messageId ?? 'termFound'], finding?.data)).toEqual({
    'zh-CN': '出现变形的敏感词：“赌*博”即“赌博”，夹有“*”（赌博）：“李四：去赌*博吧”',
    en: 'Disguised sensitive term: "赌*博" stands for "赌博", with "*" between (gambling), in: "李四：去赌*博吧"',
  });
});

test('every message has all placeholders filled', async () => {
  const { findings } = await check({
    title: '霸总复仇',
    script: ['他天天赌博', '賭博', '只赚不赔', '他在赌。博的是运气'],
  });
  expect(new Set(findings.map(({ messageId }) => messageId))).toEqual(
    new Set(['titleTerm', 'termFound', 'termDisguised', 'termVariant', 'termAcrossPunctuation']),
  );
  for (const { messageId, data } of findings) expect(() => fillMessage(messages[messageId], data)).not.toThrow();
});

test('what is said about titles has all placeholders filled, and the length only when a limit is set', async () => {
  const titles = ['救命啊我怎么变成了首富', '啊啊啊啊', '水壶传', '千亿大佬', '曹操大战机器人', '萌娃总裁'];
  const said = new Set<string>();
  for (const title of titles) {
    const { findings } = await check({ title }, { maxTitleCharacters: 10 });
    for (const { messageId, data } of findings) {
      expect(() => fillMessage(messages[messageId], data)).not.toThrow();
      said.add(messageId);
    }
  }
  expect([...said].sort()).toEqual([
    'titleChild',
    'titleExaggeration',
    'titleLong',
    'titleMeaningless',
    'titleParody',
    'titleRemix',
    'titleStory',
    'titleTerm',
  ]);
});

test('confidence is that of the reading; a sidecar that agrees makes it sure', async () => {
  const confidences = async (material: Material) =>
    (await check(material)).findings.map(({ confidence }) => confidence);
  expect(await confidences({ cues: [[1, 2, '他天天赌博', 0.55]] })).toEqual([0.55]);
  expect(await confidences({ cues: [[1, 2, '他天天赌博', 0.55]], sidecar: [[1, 2, '他天天赌博']] })).toEqual([1]);
});

test('what the reader was not sure of is said and makes a hit less sure; what it may have misread is for review', async () => {
  const cue = async (text: string, doubtful: Cue['doubtful']) =>
    (await check({}, {}, [{ ...burnedIn(1, 2, text), doubtful }])).findings.map(
      ({ messageId, level, confidence, matched }) => [messageId, level, confidence, matched],
    );
  expect(await cue('他天天赌博', [{ at: 3, confidence: 0.6, alternatives: [] }])).toEqual([
    ['termDoubtful', 'warning', 0.6, '赌博'],
  ]);
  const alternatives = [{ text: '赌', confidence: 0.3 }];
  expect(await cue('他天天賠博', [{ at: 3, confidence: 0.6, alternatives }])).toEqual([
    ['termMisread', 'info', 0.3, '賠博'],
  ]);
  expect(await cue('他天天睹博', [])).toEqual([['termMisread', 'info', 0.5, '睹博']]);
  // Handed-in text is as it was written.
  expect((await check({ sidecar: [[1, 2, '他天天睹博']] })).findings).toEqual([]);
});

test('the identity survives a re-cut and tells two uses apart', async () => {
  const identities = async (material: Material) =>
    (await check(material)).findings.map(({ identity }) => identity?.join('|'));
  const [early] = await identities({ cues: [[3, 4, '他天天赌博']] });
  const [late] = await identities({ cues: [[30.5, 31, '他天天赌博']] });
  const [other] = await identities({ cues: [[3, 4, '我从不赌博啊']] });
  expect(late).toBe(early);
  expect(other).not.toBe(early);
});

test('facts count violations and warnings of all sources', async () => {
  const { facts } = await check({ title: '霸总来了', script: ['加微信领彩金'], cues: [[1, 2, '他天天赌博']] });
  expect(facts).toEqual({ 'content-violations': { value: 2 }, 'content-warnings': { value: 2 } });
  expect((await check({})).facts).toEqual({ 'content-violations': { value: 0 }, 'content-warnings': { value: 0 } });
});

test('options: own lexicons, and without the starter lexicons', async () => {
  const lexicon = { id: 'own', title: { 'zh-CN': '自定义', en: 'own' }, terms: [{ text: '凤湖', level: 'violation' }] };
  const options = { starter: false, context: false, lexicons: [lexicon] } as unknown as Partial<Options>;
  const { findings } = await check({ title: '无题', script: ['他在凤湖赌博'] }, options);
  expect(findings.map(({ matched, level }) => [matched, level])).toEqual([['凤湖', 'violation']]);
});
