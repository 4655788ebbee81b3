import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportSchema, type Report } from '@shenpian/core';
import writeExcel from 'write-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSubmission } from './made-submission.ts';
import { shenpian, temporaryFolder } from './shenpian.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;
let report: Report;

beforeAll(async () => {
  temporary = await temporaryFolder();
  folder = join(temporary.folder, '剧');
  await mkdir(join(folder, '数据'), { recursive: true });
  await makeSubmission(
    folder,
    ['第01集.mp4'],
    `filing: {date: 2026-12-01}
release: {platforms: [抖音, B站], metrics: [数据/*.xlsx, 数据/*.csv], comments: 评论.csv}
`,
  );
  const rows = [
    ['《凤湖夜话》抖音数据'],
    ['日期', '累计播放量', '覆盖人数', '完播率'],
    [{ value: new Date('2026-12-09T00:00:00Z'), format: 'yyyy-mm-dd' }, 900_000, 500_000, 0.3],
    [{ value: new Date('2026-12-10T00:00:00Z'), format: 'yyyy-mm-dd' }, 1_234_567, 600_000, 0.3],
  ];
  await writeFile(join(folder, '数据/抖音.xlsx'), await writeExcel([{ sheet: '明细', data: rows }]).toBuffer());
  await writeFile(
    join(folder, '数据/其他.csv'),
    '平台,播放次数（万）,触达用户数\n哔哩哔哩,3.2100,20000\n合计,3.2100,20000\n',
  );
  const comments = ['昵称,评论内容', '甲,太好看了', '乙,难看，弃了', '丙,什么时候更新', '丁,推荐，看哭了'].join('\r\n');
  // As Excel saves "Unicode text".
  await writeFile(join(folder, '评论.csv'), Buffer.from(`\uFEFF${comments}`, 'utf16le'));
  const out = join(temporary.folder, 'report');
  await shenpian(['check', folder, '--out', out, '--cache-dir', join(temporary.folder, 'cache')]);
  report = reportSchema.parse(JSON.parse(await readFile(join(out, 'report.json'), 'utf8')));
}, 120_000);
afterAll(() => temporary.remove());

it('states plays, reach and the share of positive comments out of the files as they come', () => {
  expect(report.problems).toEqual([]);
  expect(report.facts['release-plays']).toEqual({ value: 1_234_567 + 32_100 });
  expect(report.facts['release-reach']).toEqual({ low: 600_000, high: 1_120_000, coverage: 1 });
  expect(report.facts['positive-comment-share']).toHaveProperty('low');
  expect(report.facts['composite-score']).toHaveProperty('unknown');
  expect(report.factLabels['release-plays']?.unit).toBe('count');
});

it('says what it read and what it did not', () => {
  const own = report.findings.filter(({ checker }) => checker === 'release-data');
  expect(own.map(({ rule, at }) => [rule.slice(13), 'document' in at && at.document]).toSorted()).toEqual([
    ['columnsUnread', '数据/抖音.xlsx'],
    ['commentsJudged', '评论.csv'],
    ['dailyOrCumulative', '数据/抖音.xlsx'],
    ['metricsRead', '数据/其他.csv'],
    ['metricsRead', '数据/抖音.xlsx'],
  ]);
  expect(report.documents?.map(({ key, path }) => [key, path])).toEqual([
    ['release.metrics', '数据/抖音.xlsx'],
    ['release.metrics', '数据/其他.csv'],
    ['release.comments', '评论.csv'],
  ]);
});

it('shows them in the application package, with the files they came from', async () => {
  const out = join(temporary.folder, '申报');
  const run = await shenpian([
    'apply',
    folder,
    '--clause',
    '3.1',
    '--out',
    out,
    '--cache-dir',
    join(temporary.folder, 'cache'),
    '--json',
  ]);
  expect(run.code).toBe(0);
  const manifest = JSON.parse(run.stdout) as { files: { path: string }[] };
  expect(manifest.files.map(({ path }) => path)).toContain('evidence/数据/抖音.xlsx');
  const { facts } = reportSchema.parse(JSON.parse(await readFile(join(out, 'report.json'), 'utf8')));
  expect(facts['release-plays']).toEqual(report.facts['release-plays']);
}, 120_000);
