import { expect, test } from 'vitest';
import { episodeNumber } from '../../src/ingest/episode-number.ts';

test.each<[string, number | null]>([
  ['第01集.mp4', 1],
  ['第十二集.mp4', 12],
  ['第一百零三集 终.mp4', 103],
  ['第 ７ 集.mp4', 7],
  ['凤湖夜话_第3话_1080p.mp4', 3],
  ['2026凤湖夜话第三回.mp4', 3],
  ['EP03.mp4', 3],
  ['ep.12.mov', 12],
  ['Episode 5.mp4', 5],
  ['霸总EP03国语.mp4', 3],
  ['S01E04.mp4', 4],
  ['drama.s2e15.1080p.mp4', 15],
  ['E7.mp4', 7],
  ['1.mp4', 1],
  ['001.mp4', 1],
  ['凤湖夜话-2.mp4', 2],
  ['凤湖夜话 12 1080p.mp4', 12],
  ['12_1080P_25fps.mp4', 12],
  ['03_1080p_final.mp4', 3],
  ['05-4K.mp4', 5],
  ['06 1080x1920.mp4', 6],
  ['07 1920×1080 h264.mp4', 7],
  ['08.H.265.mp4', 8],
  ['09.x264.mp4', 9],
  ['10_20260101.mp4', 10],
  ['2026.mp4', null],
  ['episodes/第2季/03.mp4', 3],
  ['Finale03.mp4', 3],
  ['片花.mp4', null],
  ['1080p.mp4', null],
])('%s is %j', (file, number) => {
  expect(episodeNumber(file)).toBe(number);
});
