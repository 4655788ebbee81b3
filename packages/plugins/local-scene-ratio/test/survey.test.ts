import type { Decision } from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import { lookFrom, lookOf, lookVector, meanVector } from '../src/look.ts';
import { localSceneRatioOptionsSchema } from '../src/options.ts';
import { surveySeries, withAnswers, type CountedCluster, type Survey } from '../src/survey.ts';
import { drawPicture } from './drawn-pictures.ts';
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
  ['1-1', '凤湖公园', ['你怎么才来', '路上车坏了', '我等了一个晚上', '先上船再说']],
  ['1-2', '城里公司', ['合同签好了吗', '明天就签字']],
]);
const series = makeSeries({
  episodes: [makeEpisode(1, 24)],
  scripts: [script],
  locations: [makeLocation('凤湖公园', '平原示范区', []), makeLocation('金水写字楼', '郑州市金水区', ['1-2'])],
});
const lines = ['你怎么才来', '路上车坏了', '我等了一个晚上', '先上船再说', '合同签好了吗', '明天就签字'];
// Scene 1-1 goes lake, bench, lake, bench; scene 1-2 is one room.
const hues = [200, 100, 200, 100, 20, 20];

/** Six shots with a line and a picture each; `lengths` and `noise` are what a re-cut changes. */
const tracksOf = (lengths: readonly number[], noise: number) => {
  const shots = makeShots(...lengths);
  return {
    shots,
    cues: shots.map(({ start, end }, i) => makeCue(start + 0.3, end - 0.3, lines[i]!)),
    looks: shots.map(({ start, end }, i) => ({
      time: (start + end) / 2,
      look: lookOf(drawPicture(hues[i]!, hues[i]! + 90, noise + i)),
    })),
    screenTexts: [],
    matches: [],
    geotags: [],
  };
};
const first = tracksOf([4, 4, 4, 4, 4, 4], 0);
const recut = tracksOf([3, 5, 2.5, 4, 6, 3], 50);
const survey = (tracks = first, options: unknown = {}): Survey =>
  surveySeries(series, series.episodes, () => tracks, localSceneRatioOptionsSchema.parse(options));
const label = ({ subject }: CountedCluster, answer: 'local' | 'elsewhere' | 'unclear' | 'mixed'): Decision => ({
  kind: 'label',
  at: '2026-12-01T08:00:00.000Z',
  by: '李审核',
  answer,
  subject,
});

describe('clusters', () => {
  it('hold the shots of one set-up within one scene', () => {
    expect(survey().clusters.map(({ id, shots, seconds }) => [id, shots.map(({ start }) => start), seconds])).toEqual([
      ['1-1 凤湖公园 #1', [0, 8], 8],
      ['1-1 凤湖公园 #2', [4, 12], 8],
      ['1-2 城里公司 #1', [16, 20], 8],
    ]);
  });

  it('name the shot that looks least like the rest', () => {
    const [usual, other] = [first.looks[0]!, first.looks[4]!].map(({ look }) => lookVector(look));
    const mixed = lookFrom(meanVector([usual!, usual!, usual!, usual!, other!]));
    const looks = first.looks.map((item, i) => (i === 2 ? { ...item, look: mixed } : item));
    const [lake] = survey({ ...first, looks }).clusters;
    const [alike] = survey().clusters;
    expect(lake!.shots).toHaveLength(2);
    expect(lake!.shots).toContain(lake!.oddest.shot);
    expect(lake!.oddest.distance).toBeGreaterThan(alike!.oddest.distance);
  });

  it('are whole scenes when no pictures tell set-ups apart', () => {
    const { clusters } = survey({ ...first, looks: [] });
    expect(clusters.map(({ id, subject }) => [id, subject.look])).toEqual([
      ['1-1 凤湖公园 #1', null],
      ['1-2 城里公司 #1', null],
    ]);
  });

  it('take a shot that is too short for a picture along with its neighbour', () => {
    const looks = first.looks.filter((_, i) => i !== 3);
    expect(survey({ ...first, looks }).clusters.map(({ shots }) => shots.map(({ start }) => start))).toEqual([
      [0, 8, 12],
      [4],
      [16, 20],
    ]);
  });
});

describe('weights', () => {
  const weights = (options: unknown): number[] => survey(first, options).clusters.map(({ weight }) => weight);
  it('are seconds, scenes or pages', () => {
    expect(weights({})).toEqual([8, 8, 8]);
    expect(weights({ denominator: 'scenes' })).toEqual([0.5, 0.5, 1]);
    const [lake, bench, room] = weights({ denominator: 'pages' });
    expect(lake).toBe(bench);
    expect(lake! + bench!).toBeGreaterThan(room!);
  });
});

describe('answers', () => {
  const [lake, bench, room] = survey().clusters as [CountedCluster, CountedCluster, CountedCluster];
  const decisions = [label(lake, 'local'), label(room, 'unclear')];

  it('are found again after a re-cut, and only where they were given', () => {
    const again = withAnswers(survey(recut), decisions);
    expect(again.clusters.map(({ subject }) => subject.fingerprint)).not.toContain(lake.subject.fingerprint);
    expect([...again.answers].map(([id, { answer }]) => [id, answer])).toEqual([
      [lake.id, 'local'],
      [room.id, 'unclear'],
    ]);
  });

  it('of one scene say nothing about another with the same look', () => {
    const other = { ...lake, subject: { ...lake.subject, scene: '9-9 别处' } };
    expect(withAnswers(survey(), [label(other, 'local')]).answers.size).toBe(0);
  });

  it('change the bounds that rest on the table, and alone make the certified ones', async () => {
    const { facts, findings } = await runChecker(series, { 1: first }, {}, [
      label(lake, 'elsewhere'),
      label(bench, 'local'),
    ]);
    expect(facts['local-scene-ratio']).toEqual({ low: 0.333333333, high: 0.333333333, coverage: 1 });
    expect(facts['local-scene-ratio-certified']).toEqual({
      low: 0.333333333,
      high: 0.666666667,
      coverage: 0.666666667,
    });
    expect(facts['local-scene-answers']).toEqual({ value: 2 });
    const contradictions = findings.filter(({ messageId }) => messageId === 'answerContradictsTable');
    expect(contradictions.map(({ level, at, data }) => [level, at, data!['by']])).toEqual([
      ['warning', { episode: 1, start: 0, end: 4 }, '李审核'],
    ]);
  });

  it('are all that counts when the auditor asks for certainty', async () => {
    const claimed = await runChecker(series, { 1: first }, { basis: 'certified' });
    expect(claimed.facts['local-scene-ratio']).toEqual({ low: 0, high: 1, coverage: 0 });
    const seen = await runChecker(series, { 1: first }, { basis: 'certified' }, [
      label(lake, 'local'),
      label(bench, 'local'),
    ]);
    expect(seen.facts['local-scene-ratio']).toEqual({ low: 0.666666667, high: 1, coverage: 0.666666667 });
  });
});

describe('a cluster that was answered mixed', () => {
  const [lake] = survey().clusters as [CountedCluster];
  const mixed = label(lake, 'mixed');

  it('is taken apart into its shots, each with its part of the weight', () => {
    const { clusters, answers } = withAnswers(survey(), [mixed]);
    const parts = clusters.filter(({ id }) => id.startsWith(`${lake.id}/`));
    expect(parts.map(({ shots, weight }) => [shots.map(({ start }) => start), weight])).toEqual([
      [[0], 4],
      [[8], 4],
    ]);
    expect(clusters).toHaveLength(4);
    expect(answers.size).toBe(0);
  });

  it('keeps an answer about one shot with that shot, after a re-cut too', () => {
    const [first, second] = withAnswers(survey(), [mixed]).clusters as [CountedCluster, CountedCluster];
    for (const [part, start] of [
      [first, 0],
      [second, 8],
    ] as const) {
      const { answers, clusters } = withAnswers(survey(), [mixed, label(part, 'elsewhere')]);
      const answered = clusters.filter(({ id }) => answers.has(id));
      expect(answered.map(({ shots }) => shots[0]!.start)).toEqual([start]);
    }
    const again = withAnswers(survey(recut), [mixed, label(first, 'elsewhere'), label(second, 'local')]);
    expect(again.answers.size).toBe(2);
  });

  it('moves the bounds by the shots that were answered, not by the group', async () => {
    const [part] = withAnswers(survey(), [mixed]).clusters as [CountedCluster];
    const { facts } = await runChecker(series, { 1: first }, {}, [mixed, label(part, 'elsewhere')]);
    expect(facts['local-scene-ratio']).toEqual({ low: 0.5, high: 0.5, coverage: 1 });
    expect(facts['local-scene-ratio-certified']).toMatchObject({ low: 0, high: 0.833333333 });
  });
});

describe('screen texts', () => {
  const text = (words: string) => ({
    start: 17,
    end: 18,
    text: words,
    box: { x: 0, y: 0, width: 1, height: 0.1 },
    confidence: 1,
  });
  const signs = (words: string) =>
    survey({ ...first, screenTexts: [text(words)] as never }).evidence.filter(({ kind }) => kind === 'sign-text');

  it('that name a place speak for its side, about the shots that show them', () => {
    expect(signs('欢迎来到原武镇')).toMatchObject([{ local: true, about: { cluster: '1-2 城里公司 #1' } }]);
    expect(signs('金水写字楼 A座')).toMatchObject([{ local: false }]);
    expect(signs('今日特价')).toEqual([]);
  });
});
