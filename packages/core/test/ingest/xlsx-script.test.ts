import { expect, test } from 'vitest';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';
import { readXlsx } from '../../src/ingest/xlsx-script.ts';
import { fieldOf } from '../../src/ingest/table-columns.ts';
import { madeXlsx } from './made-scripts.ts';

type Cell = string | number | Date | null;
const read = async (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>) =>
  parseScriptLines((await readXlsx(await madeXlsx(sheets))).lines);

test.each([
  ['集', 'episode'],
  ['集数', 'episode'],
  ['场次', 'scene'],
  ['场号', 'scene'],
  ['日/夜', 'time'],
  ['气氛', 'time'],
  ['内 / 外', 'setting'],
  ['日夜内外', 'setting'],
  ['场景', 'place'],
  ['拍摄地点', 'place'],
  ['主场景（实景）', 'place'],
  ['人物', 'cast'],
  ['主要内容', 'action'],
  ['台　词', 'dialogue'],
  ['备注', 'other'],
])('column %s', (name, field) => {
  expect(fieldOf(name)).toBe(field);
});

test('a scene table: any order of columns, a title above, merged cells, several lines in a cell', async () => {
  const { lines, scenes } = await read({
    表: [
      ['《凤湖夜话》场次表'],
      ['内容', '场景', '场次', '集', '日/夜', '内/外', '人物', '台词', '备注'],
      ['张三进门。\n李四：坐。', '客厅', 1, 1, '日', '内', '张三、李四', '谢谢。', '雨具'],
      ['', '凤湖公园', 2, null, '夜', '外', '张三', null, null],
      ['△风起。', null, null, null, null, null, null, null, null],
      ['等船', '码头', 1, 2, '薄暮', '外', '李四', null, null],
    ],
  });
  expect(scenes).toEqual([
    {
      id: '1-1',
      episode: 1,
      heading: '客厅 1 1 日 内',
      line: 3,
      time: '日',
      setting: 'interior',
      place: '客厅',
      cast: ['李四', '张三'],
    },
    {
      id: '1-2',
      episode: 1,
      heading: '凤湖公园 2 夜 外',
      line: 4,
      time: '夜',
      setting: 'exterior',
      place: '凤湖公园',
      cast: ['张三'],
    },
    {
      id: '2-1',
      episode: 2,
      heading: '码头 1 2 薄暮 外',
      line: 6,
      time: '薄暮',
      setting: 'exterior',
      place: '码头',
      cast: ['李四'],
    },
  ]);
  expect(
    lines.filter(({ line }) => line === 3).map(({ cell, kind, text, column }) => [cell, kind, text.slice(column - 1)]),
  ).toEqual([
    ['A3', 'action', '张三进门。'],
    ['A3', 'dialogue', '坐。'],
    ['B3', 'heading', '客厅'],
    ['C3', 'heading', '1'],
    ['D3', 'heading', '1'],
    ['E3', 'heading', '日'],
    ['F3', 'heading', '内'],
    ['G3', 'cast', '张三、李四'],
    ['H3', 'dialogue', '谢谢。'],
    ['I3', 'text', '雨具'],
  ]);
  expect(lines.find(({ line }) => line === 5)).toMatchObject({ kind: 'action', scene: '1-2', cell: 'A5' });
});

test.each<[string, Cell, string]>([
  ['with the episode', '1-3', '1-3'],
  ['that Excel took for a date', new Date(Date.UTC(2026, 0, 3)), '1-3'],
  ['a decimal', 1.3, '1-3'],
  ['in words', '第三场', '3'],
  ['Chinese', '三', '3'],
  ['with a letter', '3a', '3A'],
])('a scene number %s', async (_, number, id) => {
  const { scenes } = await read({
    表: [
      ['场次', '场景'],
      [number, '客厅'],
    ],
  });
  expect(scenes).toMatchObject([{ id, place: '客厅' }]);
});

test('time and setting in one column', async () => {
  const { scenes } = await read({
    表: [
      ['场次', '日夜内外', '场景'],
      ['1-1', '日内', '客厅'],
      ['1-2', '夜/外', '街道'],
    ],
  });
  expect(scenes.map(({ time, setting }) => [time, setting])).toEqual([
    ['日', 'interior'],
    ['夜', 'exterior'],
  ]);
});

test('a table without scene numbers: a row with a place is a scene', async () => {
  const { scenes } = await read({
    表: [
      ['地点', '内容'],
      ['客厅', '甲'],
      ['街道', '乙'],
      [null, '丙'],
    ],
  });
  expect(scenes.map(({ id, place }) => [id, place])).toEqual([
    ['1', '客厅'],
    ['2', '街道'],
  ]);
});

test('several sheets are told apart, and one without names of columns is text', async () => {
  const { lines, scenes } = await read({
    场次表: [
      ['场次', '场景'],
      ['1-1', '客厅'],
    ],
    正文: [['1-2 夜 外 街道'], ['张三：走。']],
  });
  expect(scenes.map(({ id }) => id)).toEqual(['1-1', '1-2']);
  expect(lines.map(({ cell, kind }) => [cell, kind])).toEqual([
    ['场次表!A2', 'heading'],
    ['场次表!B2', 'heading'],
    ['正文!A1', 'heading'],
    ['正文!A2', 'dialogue'],
  ]);
});
