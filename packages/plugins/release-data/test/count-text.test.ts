import { expect, test } from 'vitest';
import { parseCount } from '../src/count-text.ts';
import { metricField, platformName, platformWithin, tenseOf } from '../src/vocabulary.ts';

test.each([
  ['12345', { low: 12_345, high: 12_345 }],
  ['12,345', { low: 12_345, high: 12_345 }],
  ['１２３４５次', { low: 12_345, high: 12_345 }],
  // Rounded to the next thousand, or cut off.
  ['1.2万', { low: 11_500, high: 13_000 }],
  ['1.2w', { low: 11_500, high: 13_000 }],
  ['3亿', { low: 250_000_000, high: 400_000_000 }],
  ['2.35亿', { low: 234_500_000, high: 236_000_000 }],
  ['1.2345万', { low: 12_345, high: 12_345 }],
  ['100万+', { low: 1_000_000, high: Infinity }],
  ['超100万', { low: 1_000_000, high: Infinity }],
  ['0', { low: 0, high: 0 }],
  ['', null],
  ['—', null],
  ['暂无', null],
  ['很多', 'bad'],
  ['12.5', 'bad'],
  ['约3万', 'bad'],
  ['1 2 3a', 'bad'],
  ['-5', 'negative'],
])('%s', (text, expected) => {
  expect(parseCount(text)).toEqual(expected);
});

test('a column in 万 multiplies, and is as rough as its last digit', () => {
  expect(parseCount('12.5', 10_000)).toEqual({ low: 124_500, high: 126_000 });
  expect(parseCount('12.3456', 10_000)).toEqual({ low: 123_456, high: 123_456 });
});

test.each([
  ['播放量', 'plays'],
  ['播放次数', 'plays'],
  ['累计播放量', 'plays'],
  ['作品总播放次数', 'plays'],
  ['vv', 'plays'],
  ['点赞数', 'likes'],
  ['获赞总数', 'likes'],
  ['评论数', 'comments'],
  ['收藏量', 'favourites'],
  ['追剧人数', 'favourites'],
  ['转发数', 'shares'],
  ['分享次数', 'shares'],
  ['曝光量', 'impressions'],
  ['覆盖人数', 'reach'],
  ['触达用户数', 'reach'],
  ['播放人数', 'reach'],
  ['集数', 'episode'],
  ['完播率', null],
  ['平均播放时长', null],
  ['播放完成率', null],
])('the column %s holds %s', (name, field) => {
  expect(metricField(name)).toBe(field);
});

test('cumulative and daily numbers by the name of the column', () => {
  expect(['累计播放量', '当日播放量', '新增播放', '播放量'].map(tenseOf)).toEqual([
    'cumulative',
    'daily',
    'daily',
    null,
  ]);
});

test('platforms by any of their names', () => {
  expect(['B站', 'bilibili', ' 红果 ', 'MGTV', '某平台'].map(platformName)).toEqual([
    '哔哩哔哩',
    '哔哩哔哩',
    '红果短剧',
    '芒果TV',
    '某平台',
  ]);
  expect(platformWithin('抖音数据 11月.xlsx')).toBe('抖音');
  expect(platformWithin('抖音快手合并.xlsx')).toBeNull();
});
