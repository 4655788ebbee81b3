import { describe, expect, test } from 'vitest';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';
import { numberedLines } from '../../src/ingest/source-line.ts';

const parse = (...lines: readonly string[]) => parseScriptLines(numberedLines(lines.join('\n')));

const kinds = (text: string) => {
  const [line] = parse(text).lines;
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
    ['#张三走进来', 'action', null, '张三走进来'],
    ['△ 张三：不是台词', 'action', null, '张三：不是台词'],
    ['【特写】张三的手', 'action', null, '张三的手'],
    ['特写：张三的手', 'action', null, '张三的手'],
    ['【闪回结束】', 'action', null, '闪回结束】'],
    ['（闪回）', 'action', null, '闪回）'],
    ['航拍：城市夜景', 'action', null, '城市夜景'],
    ['【转场】', 'action', null, '转场】'],
    ['张三内心：他变了', 'dialogue', '张三', '他变了'],
    ['张三（内心独白）：他变了', 'dialogue', '张三', '他变了'],
    ['张三OV：那一年', 'dialogue', '张三', '那一年'],
    ['张三【OS】：那一年', 'dialogue', '张三', '那一年'],
    ['【张三】：我来了', 'dialogue', '张三', '我来了'],
    ['画外音：列车即将进站', 'dialogue', null, '列车即将进站'],
    ['内心OS：完了', 'dialogue', null, '完了'],
    ['12、张三：走。', 'dialogue', '张三', '走。'],
    ['张三：（哭着）别走', 'dialogue', '张三', '（哭着）别走'],
    ['【字幕】：三年后', 'caption', null, '三年后'],
    ['人物字幕：张三，三十岁', 'caption', null, '张三，三十岁'],
    ['【人物】张三、李四', 'cast', null, '张三、李四'],
    ['登场人物：张三', 'cast', null, '张三'],
    ['出场：张三 李四', 'cast', null, '张三 李四'],
  ])('%s', (text, kind, speaker, words) => {
    expect(kinds(text)).toEqual({ kind, speaker, words });
  });
});

test('scenes follow their headings, with cast, line numbers and the current episode', () => {
  const { lines, scenes } = parse(
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
  );
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
  expect(parse(...texts).scenes.map(({ id }) => id)).toEqual(ids);
});

test('those who speak belong to the cast of the scene, after its cast line', () => {
  const { scenes } = parse('1-1 日 内 客厅', '人物：李四', '张三：坐。', '李四：好。', '旁白：很久以后');
  expect(scenes[0]?.cast).toEqual(['李四', '张三']);
});

test('a known name standing alone speaks the lines right under it', () => {
  const { lines } = parse(
    '1-1 日 内 客厅',
    '人物：张三、李四',
    '张三',
    '（哭着）',
    '别走。',
    '求你了。',
    '',
    '雨停了。',
    '李四（OS）',
    '好。',
  );
  expect(lines.slice(2).map(({ kind, speaker }) => [kind, speaker])).toEqual([
    ['character', '张三'],
    ['action', null],
    ['dialogue', '张三'],
    ['dialogue', '张三'],
    ['text', null],
    ['character', '李四'],
    ['dialogue', '李四'],
  ]);
});

test.each([
  ['an unknown name is text', ['1-1 日 内 客厅', '王五', '别走。']],
  ['a known name at the end is text', ['1-1 日 内 客厅', '人物：张三', '张三']],
])('nobody speaks: %s', (_, lines) => {
  expect(parse(...lines).lines.some(({ kind }) => kind === 'character' || kind === 'dialogue')).toBe(false);
});

test('labels without numbers open scenes; a label of time alone does not', () => {
  const { scenes } = parse(
    '场景：客厅',
    '时间：日 内',
    '人物：张三',
    '张三：坐。',
    '时间：三年后',
    '场景：街道',
    '时间：夜 外',
    '李四：走。',
  );
  expect(scenes.map(({ id, place, time, setting, cast }) => [id, place, time, setting, cast])).toEqual([
    ['1', '客厅', '日', 'interior', ['张三']],
    ['2', '街道', '夜', 'exterior', ['李四']],
  ]);
  expect(parse('时间：清晨 外', '地点很远').scenes).toEqual([]);
});

test('names that no cast line knows stand alone under blank space: twice, or above a remark', () => {
  const { lines } = parse(
    'INT. 咖啡馆 - 日',
    '',
    '午后。',
    '',
    '张三',
    '(激动地)',
    '太神奇了！',
    '',
    '李四',
    '没错。',
    '',
    '李四',
    '是啊。',
    '',
    '沉默',
    '没有人说话。',
  );
  expect(lines.slice(2).map(({ kind, speaker }) => [kind, speaker])).toEqual([
    ['character', '张三'],
    ['action', null],
    ['dialogue', '张三'],
    ['character', '李四'],
    ['dialogue', '李四'],
    ['character', '李四'],
    ['dialogue', '李四'],
    ['text', null],
    ['text', null],
  ]);
});

test.each([
  ['场景：教室，上午', '上午', '教室'],
  ['场景1，地点：客厅 时间：日 天气：晴', '日', '客厅'],
  ['第一幕：客厅', null, '客厅'],
  ['外景：公园，下午', '下午', '公园'],
  ['20、卫生间 内 夜', '夜', '卫生间'],
])('a scene opens with %s', (text, time, place) => {
  expect(parse(text, '张三：走。').scenes).toMatchObject([{ time, place }]);
});
