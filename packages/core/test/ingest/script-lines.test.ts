import { describe, expect, test } from 'vitest';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';

const kinds = (text: string) => {
  const [line] = parseScriptLines([text]).lines;
  return line && { kind: line.kind, speaker: line.speaker, words: line.text.slice(line.column - 1) };
};

describe('kinds of lines', () => {
  test.each([
    ['张三：我来了。', 'dialogue', '张三', '我来了。'],
    ['  李四 ： 坐。', 'dialogue', '李四', '坐。'],
    ['张三（OS）：他怎么来了？', 'dialogue', '张三', '他怎么来了？'],
    ['张三 VO：那一年……', 'dialogue', '张三', '那一年……'],
    ['张三V.O.：那一年', 'dialogue', '张三', '那一年'],
    ['张三(画外音):那一年', 'dialogue', '张三', '那一年'],
    ['张三（哭着，小声）：别走', 'dialogue', '张三', '别走'],
    ['旁白：多年以后', 'dialogue', null, '多年以后'],
    ['**张三**：我来了。', 'dialogue', '张三', '我来了。'],
    ['张三说：走吧', 'dialogue', '张三', '走吧'],
    ['ZHANG SAN: Go.', 'dialogue', 'ZHANG SAN', 'Go.'],
    ['△张三走进客厅。', 'action', null, '张三走进客厅。'],
    ['▲ 下雨', 'action', null, '下雨'],
    ['（张三沉默）', 'action', null, '张三沉默）'],
    ['【闪回】', 'action', null, '闪回】'],
    ['【字幕】三年后', 'caption', null, '三年后'],
    ['【字幕：三年后】', 'caption', null, '三年后】'],
    ['字幕：三年后', 'caption', null, '三年后'],
    ['人物：张三、李四', 'cast', null, '张三、李四'],
    ['出场人物: 张三', 'cast', null, '张三'],
    ['1-1 日 内 客厅', 'heading', null, '1-1 日 内 客厅'],
    ['第一集', 'heading', null, '第一集'],
    ['他只说了一句话：滚。', 'text', null, '他只说了一句话：滚。'],
    ['12:30 出发', 'text', null, '12:30 出发'],
    ['https://example.org', 'text', null, 'https://example.org'],
    ['时长：2分钟', 'text', null, '时长：2分钟'],
    ['雨越下越大。', 'text', null, '雨越下越大。'],
  ])('%s', (text, kind, speaker, words) => {
    expect(kinds(text)).toEqual({ kind, speaker, words });
  });
});

test('scenes follow their headings, with cast, line numbers and the current episode', () => {
  const { lines, scenes } = parseScriptLines([
    '凤湖夜话',
    '',
    '第一集',
    '1-1 日 内 客厅',
    '人物：张三、李四（30岁，医生）',
    '张三：坐。',
    '第2场 夜 外 凤湖公园',
    '△风起。',
    '第二集 重逢',
    '第1场',
    '时间：清晨 外',
    '地点：凤湖公园',
    '出场人物：李四',
    '李四：早。',
  ]);
  expect(scenes).toEqual([
    {
      id: '1-1',
      episode: 1,
      heading: '1-1 日 内 客厅',
      line: 4,
      time: '日',
      setting: 'interior',
      place: '客厅',
      cast: ['张三', '李四'],
    },
    {
      id: '1-2',
      episode: 1,
      heading: '第2场 夜 外 凤湖公园',
      line: 7,
      time: '夜',
      setting: 'exterior',
      place: '凤湖公园',
      cast: [],
    },
    {
      id: '2-1',
      episode: 2,
      heading: '第1场',
      line: 10,
      time: '清晨',
      setting: 'exterior',
      place: '凤湖公园',
      cast: ['李四'],
    },
  ]);
  expect(lines.map(({ line, kind, scene }) => [line, kind, scene])).toEqual([
    [1, 'text', null],
    [3, 'heading', null],
    [4, 'heading', '1-1'],
    [5, 'cast', '1-1'],
    [6, 'dialogue', '1-1'],
    [7, 'heading', '1-2'],
    [8, 'action', '1-2'],
    [9, 'heading', null],
    [10, 'heading', '2-1'],
    [11, 'heading', '2-1'],
    [12, 'heading', '2-1'],
    [13, 'cast', '2-1'],
    [14, 'dialogue', '2-1'],
  ]);
});

test.each([
  ['numbers without episode', ['第1场 日 内 甲', '第2场 日 内 乙'], ['1', '2']],
  ['no numbers: counted', ['日 内 客厅', '夜 外 街道'], ['1', '2']],
  ['no numbers: counted within the episode', ['第一集', '日 内 客厅', '第二集', '夜 外 街道'], ['1-1', '2-1']],
  ['the same heading again goes on with the scene', ['1-1 日 内 甲', '1-2 日 内 乙', '1-1 日 内 甲'], ['1-1', '1-2']],
  ['a number used twice for two places', ['1-1 日 内 甲', '1-1 夜 外 乙', '1-1 夜 外 丙'], ['1-1', '1-1.2', '1-1.3']],
])('scene ids: %s', (_, texts, ids) => {
  expect(parseScriptLines(texts).scenes.map(({ id }) => id)).toEqual(ids);
});
