import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madePdf, madeXlsx, scannedPdf } from '../../packages/core/test/ingest/made-scripts.ts';
import { shenpian, temporaryFolder } from './shenpian.ts';

const lines = ['第一集', '1-1 日 内 客厅', '人物：张三', '△张三走进来。', '张三：上网上赌场，一把翻身。'];

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  temporary = await temporaryFolder();
});
afterAll(() => temporary.remove());

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(temporary.folder, name);
  await writeFile(file, content);
  return file;
}

describe('shenpian screen over every format of a script', () => {
  it.each<[string, () => Promise<string | Uint8Array>, object]>([
    ['剧本.txt', async () => lines.join('\n'), { line: 5, column: 5 }],
    ['剧本-utf16.txt', async () => Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le'), { line: 5, column: 5 }],
    ['剧本.md', async () => lines.map((line) => `- **${line}**`).join('\n'), { line: 5, column: 9 }],
    ['剧本.fountain', async () => '.客厅\n\n@张三\n上网上赌场，一把翻身。', { line: 4, column: 2 }],
    ['剧本.pdf', () => madePdf(['封面', '\f', ...lines]), { line: 6, column: 5, page: 2 }],
    [
      '场次表.xlsx',
      () =>
        madeXlsx({
          表: [
            ['场次', '场景', '台词'],
            ['1-1', '客厅', '张三：上网上赌场，一把翻身。'],
          ],
        }),
      { line: 2, column: 5, cell: 'C2' },
    ],
  ])('%s', async (name, make, at) => {
    const file = await written(name, await make());
    const run = await shenpian(['screen', file, '--json']);
    expect(run.code).toBe(1);
    const { findings } = JSON.parse(run.stdout) as { findings: readonly { matched: string; at: object }[] };
    expect(findings.map(({ matched, at: place }) => ({ matched, ...place }))).toContainEqual({
      matched: '网上赌场',
      script: file,
      length: 4,
      ...at,
    });
  });

  it.each<[string, () => Promise<Uint8Array>, RegExp]>([
    ['旧版.doc', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /请用 Office 或 WPS 打开，另存为 \.docx/],
    ['扫描.pdf', () => scannedPdf(2), /PDF 共 2 页，没有可读的文字/],
    ['加密.pdf', () => madePdf(['甲'], { password: 'x' }), /打开密码/],
    ['损坏.docx', async () => Buffer.from('PK\x03\x04broken'), /文件已损坏/],
    ['改名.txt', () => madePdf(['甲']), /内容不是文字/],
    ['空.pdf', async () => Buffer.alloc(0), /空/],
  ])('%s: one line that names the file and the remedy, exit code 2', async (name, make, said) => {
    const file = await written(name, await make());
    const run = await shenpian(['screen', file, '--lang', 'zh-CN']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr.startsWith(file)).toBe(true);
    expect(run.stderr).toMatch(said);
  });

  it('a file of 100 MB is refused at once', async () => {
    const file = await written('大.docx', '');
    await truncate(file, 100 * 1024 * 1024);
    const run = await shenpian(['screen', file]);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/too large \(100 MB/);
  });

  it('says the counts of a script on stderr', async () => {
    const file = await written('计数.pdf', await madePdf([...lines, '\f', '1-2 夜 外 街道']));
    const { stderr } = await shenpian(['screen', file]);
    expect(stderr).toContain('2 scenes, 2 pages, 39 characters, 2 places, cast of 1');
  });
});

it('init lists scripts in every format; of other documents only those that are named so', async () => {
  const folder = join(temporary.folder, 'init');
  await mkdir(join(folder, 'scripts'), { recursive: true });
  for (const name of [
    'scripts/1.pdf',
    '分场表.xlsx',
    '剧本.doc',
    '2.fountain',
    '3.docx',
    '许可证.pdf',
    '预算.xlsx',
    '合同.doc',
  ])
    await writeFile(join(folder, name), 'x');
  await shenpian(['init', folder]);
  const manifest = await readFile(join(folder, 'drama.yaml'), 'utf8');
  const listed = manifest.slice(manifest.indexOf('scripts:')).match(/(?<=^ {2}- ).+$/gm);
  expect(listed?.toSorted()).toEqual(['2.fountain', '3.docx', 'scripts/1.pdf', '分场表.xlsx', '剧本.doc']);
});

it('check: a .pdf script is screened and counted, a scanned one is a problem, the rest goes on', async () => {
  const folder = join(temporary.folder, 'check');
  await mkdir(join(folder, 'scripts'), { recursive: true });
  await writeFile(join(folder, 'scripts/剧本.pdf'), await madePdf(lines, { footer: '第 # 页' }));
  await writeFile(join(folder, 'scripts/扫描.pdf'), await scannedPdf(1));
  await writeFile(join(folder, 'drama.yaml'), 'title: 凤湖夜话\nscripts: scripts/*.pdf\n');
  const run = await shenpian(['check', folder, '--json']);
  expect(run.code).toBe(2);
  const report = JSON.parse(run.stdout) as {
    problems: readonly { code: string; path: string }[];
    scripts: readonly { path: string; statistics: object }[];
    findings: readonly { matched?: string; at: object }[];
  };
  expect(report.problems).toContainEqual(expect.objectContaining({ code: 'scriptScanned', path: 'scripts/扫描.pdf' }));
  expect(report.scripts).toMatchObject([
    { path: 'scripts/剧本.pdf', statistics: { scenes: 1, episodes: 1, pages: 1, pagesEstimated: false } },
  ]);
  expect(report.findings.find(({ matched }) => matched === '网上赌场')?.at).toEqual({
    script: 'scripts/剧本.pdf',
    line: 5,
    column: 5,
    length: 4,
    page: 1,
  });
});
