import type { DataTable, Fact, Series } from '@shenpian/core';
import { runChecker } from '@shenpian/core';
import { testChecker } from '@shenpian/testing';
import { sampleSeries } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { releaseData } from '../src/release-data.ts';

function table(
  rows: readonly (readonly (string | number)[])[],
  path = '数据.xlsx',
  key = 'release.metrics',
): DataTable {
  const cells = rows.map((row, index) => ({ line: index + 1, cells: row.map(String) }));
  return { key, path, file: `/${path}`, sha256: '0'.repeat(64), bytes: 1, sheets: [{ name: null, rows: cells }] };
}

const facts = async (series: Partial<Series>, options: unknown = {}): Promise<Readonly<Record<string, Fact>>> => {
  const whole = sampleSeries(series);
  return (await runChecker(releaseData, { series: whole, episodes: [], options, tracks: {} })).facts;
};
const on = (...platforms: string[]) => ({ release: { platforms } });

describe('plays', () => {
  it('of several platforms add up; a total row is compared, not added', async () => {
    const tables = [
      table([
        ['《剧》上线数据'],
        ['平台', '播放量', '点赞数'],
        ['抖音', '1,200', 30],
        ['B站', 300, 4],
        ['合计', 1500, 34],
      ]),
    ];
    expect((await facts({ ...on('抖音', '哔哩哔哩'), tables }))['release-plays']).toEqual({ value: 1500 });
  });

  it('that are shortened are a range', async () => {
    const tables = [table([['播放量'], ['1.2万']], '抖音.csv')];
    expect((await facts({ tables }))['release-plays']).toEqual({ low: 11_500, high: 13_000, coverage: 1 });
  });

  it('under merged platforms, episodes and dates belong to them', async () => {
    const given = table([
      ['平台', '日期', '新增播放量'],
      ['快手', '46357', 50],
      ['', '2026/12/2', 70],
    ]);
    const merged = { 0: { text: '快手', line: 2, column: 0 } };
    const rows = given.sheets[0]!.rows.map((row) => (row.line === 3 ? { ...row, merged } : row));
    const series = sampleSeries({ tables: [{ ...given, sheets: [{ name: null, rows }] }] });
    const { facts: read, findings } = await runChecker(releaseData, { series, episodes: [], options: {}, tracks: {} });
    expect(read['release-plays']).toEqual({ value: 120 });
    expect(findings.filter(({ level }) => level === 'warning')).toEqual([]);
  });

  it('that a formula failed to give are told and lost, and so are those of nobody knows whom', async () => {
    const tables = [
      table([
        ['平台', '播放量'],
        ['快手', '#REF!'],
        ['#N/A', 70],
        ['抖音', 10],
      ]),
    ];
    const series = sampleSeries({ tables });
    const { facts: read, findings } = await runChecker(releaseData, { series, episodes: [], options: {}, tracks: {} });
    expect(findings.flatMap(({ rule, at }) => (rule === 'release-data/cellError' ? [at] : []))).toEqual([
      { document: '数据.xlsx', row: 2 },
      { document: '数据.xlsx', row: 3 },
    ]);
    expect(read['release-plays']).not.toHaveProperty('value');
  });

  it('of many episodes add up', async () => {
    const tables = [
      table([
        ['平台', '集数', '播放量（万）'],
        ['抖音', '第1集', 1.0001],
        ['抖音', '第2集', 2.0002],
      ]),
    ];
    expect((await facts({ tables }))['release-plays']).toEqual({ value: 30_003 });
  });

  it('from the beginning: the last day counts; of a day: all count', async () => {
    const days = (name: string) => [
      table([
        ['平台', '日期', name],
        ['快手', '2026/12/2', 70],
        ['快手', '2026/12/1', 50],
      ]),
    ];
    expect((await facts({ tables: days('累计播放量') }))['release-plays']).toEqual({ value: 70 });
    expect((await facts({ tables: days('当日播放量') }))['release-plays']).toEqual({ value: 120 });
    expect((await facts({ tables: days('播放量') }))['release-plays']).toEqual({ low: 70, high: 120, coverage: 1 });
    expect((await facts({ tables: days('播放量') }, { dated: 'daily' }))['release-plays']).toEqual({ value: 120 });
  });

  it('of a platform that is listed and has no data are unknown, and so are those without an upper bound', async () => {
    const tables = [
      table([
        ['平台', '播放量'],
        ['抖音', 12],
      ]),
    ];
    const missing = (await facts({ ...on('抖音', '快手'), tables }))['release-plays'];
    expect(missing).toMatchObject({ unknown: { reason: { 'zh-CN': '缺“快手”的播放量；其余平台合计 12' } } });
    const open = (
      await facts({
        tables: [
          table([
            ['平台', '播放量'],
            ['抖音', '100万+'],
          ]),
        ],
      })
    )['release-plays'];
    expect(open).toMatchObject({ unknown: { reason: { en: 'plays are only known to be ≥ 1,000,000' } } });
  });
});

it('a value that cannot be used leaves its measure unknown, and no other', async () => {
  const tables = [
    table([
      ['平台', '播放量', '覆盖人数'],
      ['抖音', '很多', 5],
      ['快手', 3, 4],
    ]),
  ];
  const found = await facts({ tables });
  expect(found['release-plays']).toMatchObject({ unknown: { reason: { en: '1 values of plays cannot be used' } } });
  expect(found['release-reach']).toEqual({ low: 5, high: 9, coverage: 1 });
});

it('reach lies between the largest platform and the sum: people may be the same', async () => {
  const tables = [
    table([
      ['平台', '覆盖人数'],
      ['抖音', 500],
      ['快手', 300],
    ]),
  ];
  expect((await facts({ tables }))['release-reach']).toEqual({ low: 500, high: 800, coverage: 1 });
});

it('reach of one platform by episode is bounded, and its own total settles it', async () => {
  const parts = [
    ['平台', '集', '播放人数'],
    ['抖音', 1, 500],
    ['抖音', 2, 300],
  ];
  expect((await facts({ tables: [table(parts)] }))['release-reach']).toEqual({ low: 500, high: 800, coverage: 1 });
  const total = [table([...parts, ['抖音', '合计', 620]])];
  expect((await facts({ tables: total }))['release-reach']).toEqual({ value: 620 });
});

describe('composite score', () => {
  const tables = [
    table([
      ['平台', '播放量', '触达人数'],
      ['抖音', 5000, 100],
      ['快手', 5000, 60],
    ]),
  ];
  const composite = { plays: { weight: 0.6, full: 20_000 }, reach: { weight: 0.4, full: 100 } };
  it('is unknown until somebody gives weights', async () => {
    expect((await facts({ tables }))['composite-score']).toHaveProperty('unknown');
  });
  it('is bounded by its parts, none more than its weight', async () => {
    // 0.6 × 10,000/20,000 + 0.4 × min(1, 100…160 / 100)
    expect((await facts({ tables }, { composite }))['composite-score']).toEqual({ low: 0.7, high: 0.7, coverage: 1 });
  });
  it('is unknown when a part is', async () => {
    const parts = { plays: { weight: 0.5, full: 1 }, 'positive-comment-share': { weight: 0.5, full: 1 } };
    expect((await facts({ tables }, { composite: parts }))['composite-score']).toHaveProperty('unknown');
  });
  it('refuses weights that do not add up', () => {
    expect(releaseData.options.safeParse({ composite: { plays: { weight: 0.5, full: 1 } } }).success).toBe(false);
  });
});

const at = (row?: number) => (row === undefined ? { document: '数据.xlsx' } : { document: '数据.xlsx', row });
const read = { messageId: 'metricsRead', at: at(), level: 'info' as const };

testChecker(
  releaseData,
  [
    { name: 'nothing handed in: nothing said' },
    {
      name: 'clean data',
      series: {
        tables: [
          table([
            ['平台', '播放量'],
            ['抖音', 12],
          ]),
        ],
      },
      expected: [read],
    },
    {
      name: 'no column that is known',
      series: {
        tables: [
          table([
            ['完播率', '人均时长'],
            ['30%', 20],
          ]),
        ],
      },
      expected: [{ messageId: 'noColumns', at: at(), level: 'warning' }],
    },
    {
      name: 'values that are no numbers',
      series: {
        tables: [
          table([
            ['平台', '播放量', '完播率'],
            ['抖音', '很多', 1],
            ['快手', -3, 1],
            ['优酷', 7, 1],
          ]),
        ],
      },
      expected: [
        { messageId: 'valueBad', at: at(2), matched: '很多' },
        { messageId: 'valueNegative', at: at(3), matched: '-3' },
        { messageId: 'columnsUnread', at: at(), level: 'info' },
        read,
      ],
    },
    {
      name: 'the same row twice, and two rows that disagree',
      series: {
        tables: [
          table([
            ['平台', '集', '播放量', '点赞'],
            ['抖音', 1, 10, 3],
            ['抖音', '第1集', 10, 3],
            ['抖音', 2, 5],
            ['抖音', 'EP2', 6],
          ]),
        ],
      },
      expected: [{ messageId: 'rowTwice', at: at(3) }, { messageId: 'rowsDisagree', at: at(5) }, read],
    },
    {
      name: 'a total that is not the sum',
      series: {
        tables: [
          table([
            ['平台', '播放量'],
            ['抖音', 10],
            ['快手', 5],
            ['合计', 20],
          ]),
        ],
      },
      expected: [{ messageId: 'totalDiffers', at: at(4) }, read, read],
    },
    {
      name: 'dates: unreadable, before the filing, of unclear meaning',
      series: {
        filing: { date: '2026-12-01', number: null },
        tables: [
          table([
            ['平台', '日期', '播放量'],
            ['抖音', '昨天', 1],
            ['抖音', '2026-11-30', 5],
            ['抖音', '2026-12-02', 9],
          ]),
        ],
      },
      expected: [
        { messageId: 'dateBad', at: at(2), matched: '昨天' },
        { messageId: 'dailyOrCumulative', at: at(3) },
        { messageId: 'dateBeforeFiling', at: at(3) },
        read,
      ],
    },
    {
      name: 'platforms: unnamed, without data, unlisted',
      series: {
        ...on('抖音', '快手'),
        tables: [
          table([['播放量'], [3]]),
          table([
            ['平台', '播放量'],
            ['抖音', 3],
            ['B站', 1],
          ]),
        ],
      },
      expected: [
        { messageId: 'platformUnnamed', at: at(), level: 'warning' },
        { messageId: 'platformWithoutData', at: at(), level: 'warning' },
        { messageId: 'platformUnlisted', at: at(), level: 'info' },
        read,
        read,
        read,
      ],
    },
  ],
  { describe, it },
);
