import { sampleEpisode, testChecker } from '@shenpian/testing';
import { describe, expect, it, test } from 'vitest';
import { otherTitleInFileName } from '../src/file-title.ts';
import { titleCard } from '../src/title-card.ts';

const box = (y: number) => ({ x: 0.2, y, width: 0.6, height: 0.03 });
const readingOf = (text: string, time: number) => ({
  time,
  text,
  confidence: 0.99,
  characters: [...text].map((each, i) => ({
    text: each,
    confidence: 0.99,
    x: (i + 0.5) / text.length,
    alternatives: [],
  })),
});
const line = (text: string, y = 0.5, times = [0.5, 1]) => ({
  part: 'opening',
  start: 0,
  end: 2,
  before: null,
  after: 2.5,
  box: box(y),
  text,
  confidence: 0.99,
  upright: false,
  readings: times.map((time) => readingOf(text, time)),
});
const title = line('凤湖夜话', 0.3);
const number = line('（豫）网微剧备字（2026）第012号');
const credits = line('编剧 林小满 导演 周远', 0.7);
const tracks = (lines: readonly unknown[], more: Record<string, readonly unknown[]> = {}) => ({
  'opening-text': lines,
  'screen-text': [],
  cues: [],
  ...more,
});
const filing = { date: '2026-05-01', number: '（豫）网微剧备字（2026）第012号' };
const series = { title: '凤湖夜话', filing, episodes: [sampleEpisode(1)] };
const shown = { episode: 1, start: 0, end: 2 };

testChecker(
  titleCard,
  [
    {
      name: 'says nothing of a card that is right',
      series,
      tracks: { 1: tracks([title, number, credits]) },
      facts: {
        'number-on-screen': { value: true },
        'number-matches-filing': { value: true },
        'number-same-in-all-episodes': { value: true },
        'number-on-screen-text': { value: filing.number },
        'number-format-known': { value: true },
        'title-on-screen': { value: true },
        'credits-writer-director': { value: true },
      },
    },
    {
      name: 'does not decide by a single reading',
      series,
      tracks: { 1: tracks([title, line(filing.number, 0.5, [0.5]), credits]) },
      expected: [{ messageId: 'numberDoubtful', at: shown, level: 'warning' }],
    },
    {
      name: 'tells a number that comes after the opening',
      series,
      tracks: {
        1: tracks([title, credits], {
          'screen-text': [{ start: 40, end: 44, text: filing.number, box: box(0.5), confidence: 0.97 }],
        }),
      },
      expected: [
        { messageId: 'numberElsewhere', at: { episode: 1, start: 40, end: 44 } },
        { messageId: 'numberMissing', at: { episode: 1, start: 0, end: 4 }, level: 'violation' },
      ],
    },
    {
      name: 'holds episodes against each other when the manifest gives no number',
      series: { ...series, filing: { ...filing, number: null }, episodes: [1, 2, 3].map((n) => sampleEpisode(n)) },
      tracks: {
        1: tracks([title, number, credits]),
        2: tracks([title, line('（豫）网微剧备字（2026）第044号')]),
        3: tracks([title, number]),
      },
      expected: [{ messageId: 'numberVaries', at: { episode: 2, start: 0, end: 2 }, level: 'violation' }],
    },
    {
      name: 'asks for all of the manifest number',
      series: { ...series, filing: { ...filing, number: '012' } },
      tracks: { 1: tracks([title, number, credits]) },
      expected: [{ messageId: 'manifestNumberUnreadable', at: { document: 'drama.yaml' } }],
    },
    {
      name: 'reports a brief number when a limit is set',
      series,
      options: { minSeconds: 3 },
      tracks: { 1: tracks([title, number, credits]) },
      expected: [{ messageId: 'numberBrief', at: shown }],
    },
    {
      name: 'leaves upright writing to a person',
      series,
      tracks: { 1: tracks([title, credits, { ...line('', 0.5), readings: [], upright: true }]) },
      expected: [{ messageId: 'numberUpright', at: shown }],
    },
    {
      name: 'takes no dialogue for a title',
      series: { ...series, filing: { ...filing, date: '2026-10-01' } },
      tracks: {
        1: tracks([number, credits, line('凤湖夜话', 0.76)], {
          cues: [{ start: 0, end: 2, text: '凤湖夜话', box: box(0.76), confidence: 1, engine: 'paddle' }],
        }),
      },
      expected: [
        { messageId: 'formatUnverified', at: { document: 'drama.yaml' }, level: 'info' },
        { messageId: 'titleMissing', at: { episode: 1, start: 0, end: 4 }, level: 'warning' },
      ],
    },
    {
      name: 'leaves lettering that was read badly to a person',
      series,
      tracks: { 1: tracks([line('风湖夜店', 0.3), number, credits]) },
      expected: [{ messageId: 'titleDoubtful', at: shown, level: 'info' }],
    },
    {
      name: 'asks for writer and director since Order 16',
      series: { ...series, filing: { ...filing, date: '2026-10-01' } },
      tracks: { 1: tracks([title, number, line('副导演 周远', 0.7)]) },
      expected: [
        { messageId: 'formatUnverified', at: { document: 'drama.yaml' } },
        { messageId: 'creditsMissing', at: { episode: 1, start: 56, end: 60 }, level: 'warning' },
      ],
    },
  ],
  { describe, it },
);

describe('titles in file names', () => {
  test.each([
    ['episodes/凤湖夜话 第01集.mp4', null],
    ['episodes/凤湖夜话-EP03-成片.mp4', null],
    ['episodes/01 归来.mp4', null],
    ['episodes/第01集 归来.mp4', null],
    ['episodes/ep01.mp4', null],
    ['episodes/春风不问归期 - 第1集.mp4', '春风不问归期'],
  ])('%s', (path, other) => {
    expect(otherTitleInFileName(path, '凤湖夜话')).toBe(other);
  });
});
