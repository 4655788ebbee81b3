import { expect, test } from 'vitest';
import { readFountain } from '../../src/ingest/fountain-script.ts';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';

const parse = (...lines: readonly string[]) => parseScriptLines(readFountain(lines.join('\n')).lines);
const shapes = (...lines: readonly string[]) =>
  parse(...lines).lines.map(({ line, kind, speaker, text, column }) => [line, kind, speaker, text.slice(column - 1)]);

test('title page, headings, character, parenthetical, dialogue, action', () => {
  expect(
    shapes(
      'Title: 凤湖夜话',
      'Author: 某某',
      '',
      'INT. 客厅 - 日',
      '',
      '张三走进来。',
      '',
      '@张三 (V.O.)',
      '（低声）',
      '我来了。',
      '**你呢？**',
      '',
      'LI SI ^',
      'Sit.',
      '',
      'CUT TO:',
    ),
  ).toEqual([
    [1, 'text', null, 'Title: 凤湖夜话'],
    [2, 'text', null, 'Author: 某某'],
    [4, 'heading', null, 'INT. 客厅 - 日'],
    [6, 'action', null, '张三走进来。'],
    [8, 'character', '张三', '张三 (V.O.)'],
    [9, 'action', null, '低声）'],
    [10, 'dialogue', '张三', '我来了。'],
    [11, 'dialogue', '张三', '你呢？**'],
    [13, 'character', 'LI SI', 'LI SI ^'],
    [14, 'dialogue', 'LI SI', 'Sit.'],
    [16, 'action', null, 'CUT TO:'],
  ]);
});

test.each([
  ['INT. HOUSE - DAY', { time: 'DAY', setting: 'interior', place: 'HOUSE' }],
  ['int. house - night', { time: 'night', setting: 'interior', place: 'house' }],
  ['EST. CITY - DAWN', { time: 'DAWN', setting: 'exterior', place: 'CITY' }],
  ['INT./EXT. CAR - DAY #3A#', { id: '3A', time: 'DAY', setting: 'both', place: 'CAR' }],
  ['EXT. 凤湖公园 - 夜 #1-3#', { id: '1-3', episode: 1, time: '夜', setting: 'exterior', place: '凤湖公园' }],
  ['.凤湖公园', { time: null, setting: null, place: '凤湖公园' }],
  ['.1-2 夜 外 凤湖公园', { id: '1-2', time: '夜', setting: 'exterior', place: '凤湖公园' }],
  ['1-2 夜 外 凤湖公园', { id: '1-2', time: '夜', setting: 'exterior', place: '凤湖公园' }],
])('scene heading %s', (heading, scene) => {
  expect(parse('开场。', '', heading, '', '走。').scenes).toMatchObject([{ ...scene, line: 3 }]);
});

test('a heading without a blank line above is one still; an ellipsis is none', () => {
  expect(parse('他说', 'INT. HOUSE - DAY', '...等等').scenes).toMatchObject([{ line: 2, place: 'HOUSE' }]);
});

test('notes, boneyard and page breaks are left out, columns stay', () => {
  expect(
    shapes('走。[[这里要改]]停。', '', '/* 张三：删去的话', '还有一行 */', '[[一条', '长注]]', '===', '张三：真的话。'),
  ).toEqual([
    [1, 'action', null, '走。[[这里要改]]停。'],
    [8, 'dialogue', '张三', '真的话。'],
  ]);
});

test('sections, synopses, lyrics, forced action, centred text, Chinese habits', () => {
  expect(
    shapes(
      '# 第一集',
      '',
      '= 梗概',
      '',
      '~啦啦啦',
      '',
      '!INT. 不是场次',
      '',
      '> 完 <',
      '',
      '△风起。',
      '',
      '张三：走。',
    ),
  ).toEqual([
    [1, 'heading', null, '第一集'],
    [3, 'text', null, '梗概'],
    [5, 'dialogue', null, '啦啦啦'],
    [7, 'action', null, 'INT. 不是场次'],
    [9, 'action', null, '完 <'],
    [11, 'action', null, '风起。'],
    [13, 'dialogue', '张三', '走。'],
  ]);
});

test('two spaces keep a dialogue going over an empty line', () => {
  expect(shapes('', '@张三', '一。', '  ', '二。', '', '三。').map(([line, kind]) => [line, kind])).toEqual([
    [2, 'character'],
    [3, 'dialogue'],
    [5, 'dialogue'],
    [7, 'action'],
  ]);
});

test('Chinese names without @ speak too, as most writers leave it out', () => {
  expect(
    shapes('INT. 咖啡馆 - 日', '', '张三', '(激动地)', '太神奇了！', '', '张三看着屏幕。').map(([, kind]) => kind),
  ).toEqual(['heading', 'character', 'action', 'dialogue', 'action']);
});
