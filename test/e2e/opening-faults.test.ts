import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildTracks,
  openTrackStore,
  probe,
  runChecker,
  type CheckerDefinition,
  type Episode,
  type Series,
  type TrackDefinition,
} from '@shenpian/core';
import { aiLabel, aiLabels } from '@shenpian/plugin-ai-label';
import { burnedIn, closeReaders, screenTexts, subtitleCues } from '@shenpian/plugin-subtitle-ocr';
import { openingTexts, titleCard } from '@shenpian/plugin-title-card';
import { inkHeight, makeEpisode, sampleSeries, type EpisodePlan, type MadeText } from '@shenpian/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
);
const number = '（豫）网微剧备字（2026）第012号';
const title = '凤湖夜话';
/** Before and after Order 16, which asks for the title and credits too. */
const [before, after] = ['2026-05-01', '2026-10-01'];

const card = (text: string, y: number, size = 0.045): MadeText => ({
  start: 0,
  end: 3,
  text,
  x: 0.5,
  y,
  size,
  edge: 'outline',
});
const cardOf = ({ shown = number, name = title }: { shown?: string | null; name?: string } = {}): MadeText[] => [
  card(name, 0.35, 0.1),
  ...(shown === null ? [] : [card(shown, 0.55)]),
  card('编剧 林小满  导演 周远', 0.62, 0.04),
];

/** A label of this height of its strokes, as a share of the shorter side. */
function label({
  text = '本视频由AI生成',
  share = 0.056,
  seconds = 3,
  y = 0.05,
}: { text?: string; share?: number; seconds?: number; y?: number } = {}): MadeText {
  const size = share / (inkHeight('本视频由生成', 1000, font) / 1000);
  return { start: 0, end: seconds, text, x: 0.5, y, size, edge: 'outline' };
}

const good = {
  Label: '1',
  ContentProducer: '001191110102MAD55U9H0F10002',
  ProduceID: 'fh-01',
  ReservedCode1: '',
  ContentPropagator: '001191110102MAD55U9H0F10002',
  PropagateID: 'fh-01',
  ReservedCode2: '',
};
const tagged = (value: unknown): string[] => [
  '-metadata',
  `AIGC=${JSON.stringify(value)}`,
  '-movflags',
  'use_metadata_tags+faststart',
];

interface Case {
  readonly name: string;
  readonly series?: Partial<Series>;
  /** Texts of each episode. */
  readonly episodes: readonly (readonly MadeText[])[];
  readonly subtitles?: EpisodePlan['subtitles'];
  readonly metadata?: unknown;
  readonly file?: string;
  /** The findings above `info`: rule, and the episode or file it is in. */
  readonly expected: readonly string[];
}

const filing = (date: string): Pick<Series, 'filing'> => ({ filing: { date, number } });
const ai = { kind: 'ai', ...filing(after) } as const;

const defects: readonly Case[] = [
  {
    name: 'an opening without a number',
    episodes: [cardOf({ shown: null })],
    expected: ['title-card/numberMissing 1'],
  },
  {
    name: 'another number in episode 2',
    episodes: [cardOf(), cardOf({ shown: '（豫）网微剧备字（2026）第013号' })],
    expected: ['title-card/numberDiffers 2'],
  },
  {
    name: 'a wrong character in the number',
    episodes: [cardOf({ shown: '（豫）网徽剧备字（2026）第012号' })],
    expected: ['title-card/numberDoubtful 1'],
  },
  {
    name: '像 for 豫',
    episodes: [cardOf({ shown: '（像）网微剧备字（2026）第012号' })],
    expected: ['title-card/numberMayDiffer 1'],
  },
  {
    name: 'a form that was not in force',
    series: filing('2023-05-01'),
    episodes: [cardOf()],
    expected: ['title-card/formatUnknown drama.yaml'],
  },
  {
    name: 'another title',
    series: filing(after),
    episodes: [cardOf({ name: '《春风不问归期》' })],
    expected: ['title-card/titleDiffers 1'],
  },
  {
    name: 'another title in the file name',
    episodes: [cardOf()],
    file: '春风不问归期 第1集',
    expected: ['title-card/fileNameDiffers episodes/春风不问归期 第1集.mp4'],
  },
  {
    name: 'no credits',
    series: filing(after),
    episodes: [cardOf().slice(0, 2)],
    expected: ['title-card/creditsMissing 1'],
  },
  { name: 'no AI label', series: ai, episodes: [cardOf()], metadata: good, expected: ['ai-label/labelMissing 1'] },
  {
    name: 'an AI label in episode 1 only',
    series: ai,
    episodes: [[...cardOf(), label()], cardOf()],
    metadata: good,
    expected: ['ai-label/labelMissing 2'],
  },
  {
    name: 'a label of 4 %',
    series: ai,
    episodes: [[...cardOf(), label({ share: 0.04 })]],
    metadata: good,
    expected: ['ai-label/labelSmall 1'],
  },
  {
    name: 'a label of 1.4 s',
    series: ai,
    episodes: [[...cardOf(), label({ seconds: 1.4 })]],
    metadata: good,
    expected: ['ai-label/labelBrief 1'],
  },
  {
    name: 'a label in the middle',
    series: ai,
    episodes: [[...cardOf(), label({ text: 'AI生成', y: 0.45 })]],
    metadata: good,
    expected: ['ai-label/labelNotAtEdge 1'],
  },
  {
    name: 'wrong words',
    series: ai,
    episodes: [[...cardOf(), label({ text: '本片由AI辅助制作' })]],
    metadata: good,
    expected: ['ai-label/labelWords 1'],
  },
  {
    name: 'no metadata',
    series: ai,
    episodes: [[...cardOf(), label()]],
    expected: ['ai-label/metadataMissing episodes/凤湖夜话 第1集.mp4'],
  },
  {
    name: 'metadata with another Label',
    series: ai,
    episodes: [[...cardOf(), label()]],
    metadata: { AIGC: { ...good, Label: 'AIGC' } },
    expected: ['ai-label/metadataInvalid episodes/凤湖夜话 第1集.mp4'],
  },
  {
    name: 'a label on a drama that is none of AI',
    episodes: [[...cardOf(), label()]],
    expected: ['ai-label/labelWithoutKind 1'],
  },
];

const clean: readonly Case[] = [
  {
    name: 'a number in other brackets',
    episodes: [cardOf({ shown: '〔豫〕网微剧备字〔2026〕第012号' })],
    expected: [],
  },
  {
    name: 'all that Order 16 asks for',
    series: filing(after),
    episodes: [cardOf(), cardOf().slice(0, 2)],
    expected: [],
  },
  {
    name: 'a card of 2 s',
    episodes: [cardOf().map((text) => ({ ...text, start: 0.5, end: 2.5 }))],
    expected: [],
  },
  {
    name: 'a label of 2 s and 5.6 %',
    series: ai,
    episodes: [[...cardOf(), label({ seconds: 2 })]],
    metadata: { AIGC: good },
    expected: [],
  },
  {
    name: 'a label at the bottom, metadata without the outer key',
    series: ai,
    episodes: [[...cardOf(), label({ text: '人工智能合成', y: 0.95 })]],
    metadata: good,
    expected: [],
  },
  {
    name: 'dialogue about AI',
    episodes: [cardOf()],
    subtitles: [
      { start: 0.4, end: 2.2, text: '这段视频是AI生成的' },
      { start: 2.4, end: 4.4, text: '快去问导演吧' },
    ],
    expected: [],
  },
  {
    name: 'signs with the words in other senses',
    episodes: [[...cardOf(), { ...card('新生成衣店', 0.14), end: 4.5 }, { ...card('AIR合成板材', 0.8), end: 4.5 }]],
    expected: [],
  },
];

describe('faults of openings and labels', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shenpian-faults-'));
  });
  afterAll(async () => {
    await closeReaders();
    await rm(folder, { recursive: true, force: true });
  });

  // As the planner orders them. Dialogue is read where there is some.
  const ofOpenings = [openingTexts, aiLabels] as readonly TrackDefinition[];
  const ofDialogue = [burnedIn, subtitleCues, screenTexts] as readonly TrackDefinition[];
  const checkers = [titleCard, aiLabel] as readonly CheckerDefinition[];

  async function findingsOf({ name, series: parts = filing(before), ...given }: Case): Promise<string[]> {
    const store = openTrackStore(join(folder, 'store'));
    const episodes: Episode[] = [];
    const items: Record<number, Record<string, readonly unknown[]>> = {};
    for (const [i, texts] of given.episodes.entries()) {
      const path = `episodes/${given.file ?? `凤湖夜话 第${i + 1}集`}.mp4`;
      const file = join(folder, `${name} ${i + 1}.mp4`);
      await makeEpisode(file, {
        width: 450,
        height: 800,
        fps: 25,
        shots: [
          { seconds: 1.2, hue: 0, scenery: 3 * i + 40 },
          { seconds: 3.4, hue: 0, scenery: 3 * i + 41 },
        ],
        texts,
        ...(given.subtitles === undefined ? {} : { subtitles: given.subtitles }),
        font,
        ...(given.metadata === undefined ? {} : { options: tagged(given.metadata) }),
      });
      const input = { path, file, sha256: `${name} ${i}`, bytes: 1, probe: await probe(file, path) };
      const episode: Episode = { number: i + 1, title: null, input, subtitles: null };
      const tracks = given.subtitles === undefined ? ofOpenings : [...ofDialogue, ...ofOpenings];
      const built = await buildTracks(episode, tracks, { store, options: {}, signal: new AbortController().signal });
      items[i + 1] = {
        cues: [],
        'screen-text': [],
        ...Object.fromEntries([...built.tracks].map(([id, track]) => [id, 'items' in track ? track.items : []])),
      };
      expect([...built.tracks.values()].filter((track) => 'error' in track)).toEqual([]);
      episodes.push(episode);
    }
    const series = sampleSeries({ title, ...parts, episodes });
    const found: string[] = [];
    for (const checker of checkers) {
      const { findings } = await runChecker(checker, { series, episodes, options: {}, tracks: items });
      for (const { rule, level, at } of findings) {
        if (level !== 'info')
          found.push(`${rule} ${'episode' in at ? at.episode : 'document' in at ? at.document : ''}`);
      }
    }
    return found;
  }

  it.each(defects)(
    'finds $name',
    async (given) => {
      expect(await findingsOf(given)).toEqual(given.expected);
    },
    180_000,
  );
  it.each(clean)(
    'leaves alone: $name',
    async (given) => {
      expect(await findingsOf(given)).toEqual([]);
    },
    180_000,
  );
});
