import { expect, test } from 'vitest';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';
import { numberedLines } from '../../src/ingest/source-line.ts';
import { vocabularyOf } from '../../src/ingest/vocabulary.ts';
import type { Location } from '../../src/work/series.ts';

const script = (...lines: string[]) => ({
  path: 'a.txt',
  sha256: '',
  ...parseScriptLines(numberedLines(lines.join('\n'))),
});
const lake: Location = { name: '凤湖公园', district: null, point: null, photos: [], scenes: [] };

test('names come from the manifest and all scenes, dialogue from the own episode', () => {
  const first = script('1-1 日 外 湖边', '人物：佘小曼、老船工', '佘小曼（低声）：你（停顿）别走。', '△ 下雨');
  const second = script('2-1 夜 内 民宿', '逄总：明天开会。');
  const { names, lines } = vocabularyOf({ number: 1 }, { scripts: [first, second], locations: [lake], episodes: 2 });
  expect(names.toSorted()).toEqual(['佘小曼', '凤湖公园', '湖边', '老船工', '民宿', '逄总'].toSorted());
  expect(lines).toEqual(['你别走。']);
});

test.each([
  ['the only episode has all of a script that numbers no episode', 1, ['走吧。']],
  ['of several episodes none has', 2, []],
])('%s', (_, episodes, expected) => {
  const plain = script('场景一：客厅', '张三：走吧。');
  expect(vocabularyOf({ number: 1 }, { scripts: [plain], locations: [], episodes }).lines).toEqual(expected);
});
