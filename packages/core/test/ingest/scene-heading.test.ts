import { describe, expect, test } from 'vitest';
import { parseEpisodeHeading, parseSceneHeading } from '../../src/ingest/scene-heading.ts';

const none = { episode: null, scene: null, time: null, setting: null, place: null, cast: null };

describe('scene headings', () => {
  test.each([
    ['1-1 日 内 客厅', { episode: 1, scene: '1', time: '日', setting: 'interior', place: '客厅' }],
    ['1-1 日 外 凤湖公园', { episode: 1, scene: '1', time: '日', setting: 'exterior', place: '凤湖公园' }],
    ['１－１２　夜　外　凤湖公园', { episode: 1, scene: '12', time: '夜', setting: 'exterior', place: '凤湖公园' }],
    ['1-1日内客厅', { episode: 1, scene: '1', time: '日', setting: 'interior', place: '客厅' }],
    ['**1-1日 内 沪上 张家**', { episode: 1, scene: '1', time: '日', setting: 'interior', place: '沪上 张家' }],
    ['场1-1 日 内 房间', { episode: 1, scene: '1', time: '日', setting: 'interior', place: '房间' }],
    ['△1-1 日 内 大厅', { episode: 1, scene: '1', time: '日', setting: 'interior', place: '大厅' }],
    ['1—3A 清晨 外 街道', { episode: 1, scene: '3A', time: '清晨', setting: 'exterior', place: '街道' }],
    ['第3集 第2场 夜 外 凤湖公园', { episode: 3, scene: '2', time: '夜', setting: 'exterior', place: '凤湖公园' }],
    ['第三集第十二场 夜 外 凤湖公园', { episode: 3, scene: '12', time: '夜', setting: 'exterior', place: '凤湖公园' }],
    ['第3场 客厅 日 内', { scene: '3', time: '日', setting: 'interior', place: '客厅' }],
    ['场景三：客厅 日/内', { scene: '3', time: '日', setting: 'interior', place: '客厅' }],
    ['【1-3】 夜 内 张家（卧室）', { episode: 1, scene: '3', time: '夜', setting: 'interior', place: '张家（卧室）' }],
    ['【第五场】外景 河边 - 黄昏', { scene: '5', time: '黄昏', setting: 'exterior', place: '河边' }],
    ['3. 内景 客厅 - 日', { scene: '3', time: '日', setting: 'interior', place: '客厅' }],
    ['12、夜 外 医院门口', { scene: '12', time: '夜', setting: 'exterior', place: '医院门口' }],
    ['INT. LIVING ROOM - DAY', { time: 'DAY', setting: 'interior', place: 'LIVING ROOM' }],
    ['INT./EXT. CAR - NIGHT', { time: 'NIGHT', setting: 'both', place: 'CAR' }],
    ['EP02 S05 日 内 办公室', { episode: 2, scene: '5', time: '日', setting: 'interior', place: '办公室' }],
    ['## 2-4 日 内/外 茶馆', { episode: 2, scene: '4', time: '日', setting: 'both', place: '茶馆' }],
    ['日 内 客厅', { time: '日', setting: 'interior', place: '客厅' }],
    ['内景：客厅 夜', { time: '夜', setting: 'interior', place: '客厅' }],
    ['1-2 薄暮 外 河边', { episode: 1, scene: '2', time: '薄暮', setting: 'exterior', place: '河边' }],
    ['1-3 掌灯 内 柴房', { episode: 1, scene: '3', time: '掌灯', setting: 'interior', place: '柴房' }],
    ['1-3 柴房 三更时分 内', { episode: 1, scene: '3', time: '三更时分', setting: 'interior', place: '柴房' }],
    ['1-5 凤湖公园 长廊 外', { episode: 1, scene: '5', setting: 'exterior', place: '凤湖公园 长廊' }],
    ['1-6 客厅 内 沙发区', { episode: 1, scene: '6', setting: 'interior', place: '客厅 沙发区' }],
    ['1-7 日 内 客厅/卧室', { episode: 1, scene: '7', time: '日', setting: 'interior', place: '客厅/卧室' }],
    ['1-8 客厅', { episode: 1, scene: '8', place: '客厅' }],
    ['2-1', { episode: 2, scene: '1' }],
    [
      '1-9 日 内 客厅 人物：张三、李四',
      { episode: 1, scene: '9', time: '日', setting: 'interior', place: '客厅', cast: '张三、李四' },
    ],
  ])('%s', (text, expected) => {
    expect(parseSceneHeading(text)).toEqual({ ...none, ...expected });
  });

  test.each([
    '张三：我们第3场见。',
    '李四：日内瓦？外面？',
    '△外面下着雨，张三走进客厅。',
    '（日，内心独白）',
    '第一场雪落下来了。',
    '第三场戏拍完了，大家辛苦。',
    '场景描述：一间老屋',
    '日本人来了',
    '内心很痛',
    '外面的世界很大',
    '2-3个人冲进来',
    '2-3 个人冲进来',
    '2-3日内完成任务',
    '12:30 出发',
    '2025-05-01 日 修改',
    '1. 张三，男，30岁',
    '3、外面有人。',
    '10-20%的人',
    '夜 深了，他还没睡。',
    '人物：张三、李四',
    'Int main is a function.',
    '',
  ])('is not a heading: %s', (text) => {
    expect(parseSceneHeading(text)).toBeNull();
  });
});

describe('episode headings', () => {
  test.each([
    ['第一集', 1],
    ['第十集 重逢', 10],
    ['第二十三集：真相大白', 23],
    ['【第100集】', 100],
    ['第一百零五集', 105],
    ['第一〇五集', 105],
    ['# 第 3 集', 3],
    ['EP02', 2],
    ['Episode 12 - Homecoming', 12],
  ])('%s', (text, number) => {
    expect(parseEpisodeHeading(text)).toBe(number);
  });

  test.each([
    '第一集完',
    '第一集 完',
    '第一集我们见过面。',
    '第1集-第10集',
    '他看了第一集',
    '集合了',
    '第一集 他走了，我留下。',
  ])('is not: %s', (text) => {
    expect(parseEpisodeHeading(text)).toBeNull();
  });
});
