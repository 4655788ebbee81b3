import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { readDataTable } from '@shenpian/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { writePackage } from '../../packages/cli/dist/application/package-folder.js';
import { sample, shenpian, start, temporaryFolder } from './shenpian.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let cache: string;
beforeAll(async () => {
  temporary = await temporaryFolder();
  cache = join(temporary.folder, 'cache');
});
afterAll(() => temporary.remove());

const apply = (submission: string, clause: string, out: string, ...more: string[]) =>
  shenpian(['apply', submission, '--clause', clause, '--out', out, '--cache-dir', cache, ...more]);

/** Parts of a zip by name. */
async function unzipped(file: string): Promise<Map<string, Buffer>> {
  const bytes = await readFile(file);
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (bytes.readUInt32BE(at) === 0x504b0102) {
    const [method, packed, name] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const header = bytes.readUInt32LE(at + 42);
    const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const content = bytes.subarray(from, from + packed);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 0 ? content : inflateRawSync(content));
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** Sheets of a workbook, cells as text. */
async function sheetsOf(
  file: string,
): Promise<readonly { name: string | null; rows: readonly (readonly string[])[] }[]> {
  const { sheets } = await readDataTable({ file, path: file }, 'test');
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells) }));
}

/** Words of a Word document, page break as `\f`. */
async function wordsOf(file: string): Promise<string> {
  const xml = (await unzipped(file)).get('word/document.xml')!.toString('utf8');
  return xml
    .replaceAll('<w:pageBreakBefore/>', '\f')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Hashes that do not fit what is there, and files that no hash is given for. */
async function mismatches(folder: string): Promise<string[]> {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => file !== 'SHA256SUMS');
  const wrong: string[] = [...sums.keys()].filter((file) => !files.includes(file));
  for (const file of files) {
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
    if (sums.get(file) !== sha256) wrong.push(file);
  }
  return wrong;
}

interface Manifest {
  readonly schema: string;
  readonly clause: Record<string, string>;
  readonly packs: readonly { readonly id: string; readonly sha256: string }[];
  readonly plugins: readonly { readonly name: string; readonly version: string }[];
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly sha256: string }[];
  readonly files: readonly { readonly path: string }[];
}
const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** LibreOffice, where it is installed; `.ci/run` sees to it. */
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0;

/** Pages of a document as LibreOffice prints it. */
function printed(file: string, folder: string): { pages: number; text: string } {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const made = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
    timeout: 120_000,
  });
  expect(made.status).toBe(0);
  const pdf = join(
    folder,
    `${file
      .split('/')
      .at(-1)!
      .replace(/\.\w+$/, '')}.pdf`,
  );
  const info = spawnSync('pdfinfo', [pdf], { encoding: 'utf8' }).stdout;
  const text = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
  return { pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]), text };
}

describe('apply for shooting on location', () => {
  let out: string;
  let run: Awaited<ReturnType<typeof apply>>;
  beforeAll(async () => {
    out = join(temporary.folder, '申报 三（一）');
    run = await apply(sample, '3.1', out);
  }, 400_000);

  it('makes a folder whose hashes are right', async () => {
    expect(run.stderr).not.toMatch(/went wrong/);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('still needed: proof of selection');
    expect(run.stdout).toContain('not a decision');
    expect(await mismatches(out)).toEqual([]);
    expect((await readdir(out)).toSorted()).toEqual(
      [
        'SHA256SUMS',
        'evidence',
        'manifest.json',
        'report.json',
        'stills',
        '取景镜头表.xlsx',
        '申报摘要.docx',
      ].toSorted(),
    );
    const checked = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' });
    if (checked.error === undefined) expect([checked.status, checked.stdout]).toEqual([0, '']);
  });

  it('lists what is missing on the first page, the clause word for word, and promises nothing', async () => {
    const words = await wordsOf(join(out, '申报摘要.docx'));
    const [first, rest] = words.split('\f') as [string, string];
    expect(first).toContain('《凤湖夜话》申报摘要');
    expect(first).toContain('入选广电总局微短剧剧本的证明（由申报单位提供）');
    expect(first).toContain('需补证据（按 2026-12-01 的规则）');
    expect(first).toContain('征求意见稿，尚未施行');
    expect(rest).toContain('在示范区取景不低于作 60% 并入选广电总局的微短剧剧本');
    expect(rest).toContain('52.79 % – 81.27 %');
    expect(words).not.toMatch(/将(?:予以|获得|发放|给予)|一定(?:能|可以)|保证(?:获|通过)/);
    expect(words).toContain('不代表主管部门的评审结论');
  });

  it('names every place and holds its stills as pictures', async () => {
    const words = await wordsOf(join(out, '申报摘要.docx'));
    for (const place of ['凤湖公园', '祝楼稻田', '黄河林带步道', '凤湖民宿', '金水咖啡馆'])
      expect(words).toContain(place);
    const media = [...(await unzipped(join(out, '申报摘要.docx')))].filter(([name]) =>
      /^word\/media\/.+\.jpe?g$/.test(name),
    );
    expect(media.length).toBe((await readdir(join(out, 'stills'))).length);
    expect(media.length).toBeGreaterThanOrEqual(8);
    for (const [, bytes] of media) expect(bytes.readUInt16BE(0)).toBe(0xffd8);
  });

  it('lists every shot, and the sums are those of the fact', async () => {
    const [places, shots] = await sheetsOf(join(out, '取景镜头表.xlsx'));
    expect(places?.name).toBe('按取景地');
    const local = places?.rows.find(([name]) => name === '区内合计');
    expect(Number(local?.[5])).toBeCloseTo(0.5279, 3);
    expect(shots?.rows).toHaveLength(33);
    const inside = shots!.rows.slice(1).filter((row) => row[8] === '区内');
    expect(inside.reduce((sum, row) => sum + Number(row[4]), 0)).toBeCloseTo(Number(local?.[4]), 2);
  });

  it('says what it was made from', async () => {
    const manifest = await manifestOf(out);
    expect(manifest.schema).toBe('shenpian/application@1');
    expect(manifest.clause).toEqual({
      pack: 'pingyuan-2025',
      clause: 'location-shooting',
      article: '三（一）',
      verdict: 'open',
    });
    expect(manifest.packs.map(({ id }) => id)).toContain('pingyuan-2025');
    expect(manifest.plugins.find(({ name }) => name === '@shenpian/plugin-policies')?.version).toMatch(
      /^\d+\.\d+\.\d+/,
    );
    for (const { path, sha256 } of manifest.inputs) {
      const bytes = await readFile(join(sample, path));
      expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, sha256]);
    }
    expect(manifest.inputs.filter(({ role }) => role === 'episode')).toHaveLength(3);
    const copied = manifest.files.filter(({ path }) => path.startsWith('evidence/'));
    expect(copied).toHaveLength(manifest.inputs.filter(({ role }) => role === 'photo').length);
  });

  it('writes over nothing: not without --force, and never over files of others', async () => {
    const before = await readFile(join(out, 'manifest.json'), 'utf8');
    const refused = await apply(sample, '三（一）', out);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe(before);

    const forced = await apply(sample, 'location-shooting', out, '--force');
    expect(forced.code).toBe(0);
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).not.toBe(before);
    expect(await mismatches(out)).toEqual([]);

    await writeFile(join(out, '我的笔记.txt'), '别删');
    const foreign = await apply(sample, '3.1', out, '--force');
    expect(foreign.code).toBe(2);
    expect(await readFile(join(out, '我的笔记.txt'), 'utf8')).toBe('别删');
    await rm(join(out, '我的笔记.txt'));
  }, 400_000);

  it('an interrupted run leaves nothing', async () => {
    const folder = join(temporary.folder, '中断');
    await mkdir(folder);
    const { child, ended } = start([
      'apply',
      sample,
      '--clause',
      '3.1',
      '--out',
      join(folder, 'out'),
      '--cache-dir',
      cache,
    ]);
    // It says so when the tracks are read and the checks begin.
    await new Promise<void>((resolve) =>
      child.stderr?.on('data', (text: string) => text.includes('100%') && resolve()),
    );
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(await readdir(folder)).toEqual([]);
  }, 200_000);

  it.skipIf(!hasOffice || !hasPoppler)(
    'opens in LibreOffice: pages, pictures, one sheet a page wide',
    async () => {
      const folder = join(temporary.folder, 'pdf');
      const summary = printed(join(out, '申报摘要.docx'), folder);
      expect(summary.pages).toBeGreaterThanOrEqual(4);
      const [first] = summary.text.split('\f');
      expect(first).toContain('尚缺与待认定事项');
      expect(first).toContain('第 1 页');
      expect(summary.text).not.toContain('\uFFFD');
      const list = printed(join(out, '取景镜头表.xlsx'), folder);
      expect(list.pages).toBe(2);
      expect(list.text).toContain('52.79%');
    },
    300_000,
  );
});

describe('apply for an event, by its ledger', () => {
  let folder: string;
  let out: string;
  beforeAll(async () => {
    folder = join(temporary.folder, '交易会');
    out = join(temporary.folder, '交易会申报');
    await mkdir(join(folder, 'evidence'), { recursive: true });
    await writeFile(
      join(folder, 'drama.yaml'),
      `title: 农谷微短剧交易会
producer: {name: 示例会展（虚构）有限公司}
event: {name: 农谷微短剧交易会, place: 凤湖会展中心, start: 2026-10-16, end: 2026-10-18}
evidence:
  event-ledger: {file: evidence/台账.csv, issued: 2026-10-30}
  invoice: evidence/发票1.txt
`,
    );
    await writeFile(join(folder, 'evidence/发票1.txt'), '发票');
    const rows = `费用台账（单位：元）
日期,项目,费用类别,金额,收款方,发票号码,凭证
2026/10/15,三天场租,场地租赁及搭建,"30,000.00",会展公司,A1,发票1.txt
2026-10-16,大屏,设备租赁,12800.10,器材店,A2,
2026-10-16,三天场租,场地租赁及搭建,30000,会展公司,A1,
2026-10-17,晚宴,餐饮,2400.20,酒店,A3,
合计,,,75200.30,,,
`;
    await writeFile(join(folder, 'evidence/台账.csv'), rows);
  });

  it('judges every line, adds up to the fen, and copies what proves it', async () => {
    const run = await apply(folder, '三(四)', out);
    expect(run.stderr).not.toMatch(/went wrong/);
    expect(run.code).toBe(0);
    expect(await mismatches(out)).toEqual([]);
    expect(await readFile(join(out, 'evidence/发票1.txt'), 'utf8')).toBe('发票');

    const [lines, categories] = await sheetsOf(join(out, '费用台账.xlsx'));
    expect(lines!.rows.slice(1).map((row) => [row[0], row[4], row[5], row[9]])).toEqual([
      ['3', '场地租赁及搭建', '30000', '可计入'],
      ['4', '设备租赁', '12800.1', '可计入'],
      ['5', '场地租赁及搭建', '30000', '不可计入'],
      ['6', '', '2400.2', '待核实'],
    ]);
    expect(categories!.rows.find(([name]) => name === '合计')?.slice(1)).toEqual(['4', '42800.1', '2400.2', '30000']);
    const words = await wordsOf(join(out, '申报摘要.docx'));
    expect(words).toContain('申报合计 75,200.30 元');
    expect(words).toContain('与第 3 行重复：发票号码 A1 和金额相同');
    expect(words).toContain('2026-10-16 至 2026-10-18');
  }, 120_000);

  it('a workbook with merged cells, dates that lost their format, and an error value', async () => {
    const copy = join(temporary.folder, '交易会三');
    await cp(folder, copy, { recursive: true });
    const drama = await readFile(join(copy, 'drama.yaml'), 'utf8');
    await writeFile(join(copy, 'drama.yaml'), drama.replace('台账.csv', '台账.xlsx'));
    const over = (value: string | number) => ({ value, rowSpan: 2 });
    const data = [
      ['日期', '项目', '费用类别', '金额', '收款方', '发票号码'].map((value) => ({ value })),
      [over(46_311), { value: '三天场租' }, over('场地租赁及搭建'), { value: 500 }, over('会展公司'), over('A1')],
      [null, { value: '加时' }, null, { value: 500 }, null, null],
      [{ value: 46_312 }, { value: '大屏' }, { value: '设备租赁' }, over(900), { value: '器材店' }, { value: 'A2' }],
      [null, { value: '音箱' }, { value: '设备租赁' }, null, { value: '器材店' }, { value: 'A3' }],
      [
        { value: 46_312 },
        { value: '灯' },
        { value: '设备租赁' },
        { value: 123_456 },
        { value: '器材店' },
        { value: 'A4' },
      ],
    ];
    const failed = (xml: string): string => xml.replace(/<c r="D6"[^>]*><v>123456</, '<c r="D6" t="e"><v>#REF!<');
    const files = { transform: { 'xl/worksheets/sheet{id}.xml': { transform: failed } } };
    const book = await writeExcel([{ sheet: '台账', data }], { features: [{ files }] }).toBuffer();
    await writeFile(join(copy, 'evidence/台账.xlsx'), book);

    const made = join(temporary.folder, '交易会三申报');
    expect((await apply(copy, '3.4', made)).code).toBe(0);
    const [lines] = await sheetsOf(join(made, '费用台账.xlsx'));
    expect(lines!.rows.slice(1).map((row) => row.slice(0, 10))).toEqual([
      ['2', '2026-10-16', '三天场租', '场地租赁及搭建', '场地租赁及搭建', '500', '会展公司', 'A1', '', '可计入'],
      ['3', '2026-10-16', '加时', '场地租赁及搭建', '场地租赁及搭建', '500', '会展公司', 'A1', '', '可计入'],
      ['4', '2026-10-17', '大屏', '设备租赁', '设备租赁', '900', '器材店', 'A2', '', '可计入'],
      ['5', '', '音箱', '设备租赁', '设备租赁', '与第 4 行合并', '器材店', 'A3', '', '可计入'],
      ['6', '2026-10-17', '灯', '设备租赁', '设备租赁', '', '器材店', 'A4', '', '待核实'],
    ]);
    expect(lines!.rows.at(-1)?.at(-1)).toContain('“金额”是公式错误 #REF!');
  }, 120_000);

  it('a document that is missing is told, and the rest is packed', async () => {
    const copy = join(temporary.folder, '交易会二');
    await cp(folder, copy, { recursive: true });
    await rm(join(copy, 'evidence/发票1.txt'));
    const run = await apply(copy, '3.4', join(temporary.folder, '二'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('evidence/发票1.txt');
    expect(await mismatches(join(temporary.folder, '二'))).toEqual([]);
    expect(await wordsOf(join(temporary.folder, '二/申报摘要.docx'))).toContain('没有读到的材料');
  }, 120_000);
});

it('a document that is not what was checked ends the package, and nothing is left', async () => {
  const folder = join(temporary.folder, '改动');
  await mkdir(folder);
  const file = join(folder, '证明.txt');
  await writeFile(file, '改过');
  const packing = writePackage(
    join(folder, 'out'),
    async (draft: Parameters<Parameters<typeof writePackage>[1]>[0]) => {
      await draft.write('a.txt', 'a');
      await draft.copy({ path: '证明.txt', file, sha256: '0'.repeat(64), bytes: 6 }, 'evidence/证明.txt');
    },
  );
  await expect(packing).rejects.toMatchObject({ code: 'fileUnreadable', path: '证明.txt' });
  expect(await readdir(folder)).toEqual(['证明.txt']);
});

describe('what cannot be applied for', () => {
  it.each([
    ['3.9', 'There is no clause "3.9". Known: pingyuan-2025/location-shooting'],
    ['nothing', 'There is no clause "nothing"'],
    ['other/3.1', 'There is no clause "other/3.1"'],
  ])('%s is told with what there is', async (clause, words) => {
    const out = join(temporary.folder, 'none');
    const run = await apply(sample, clause, out);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(words);
    expect(await readdir(temporary.folder)).not.toContain('none');
  });

  it('a folder without drama.yaml', async () => {
    const run = await apply(temporary.folder, '3.1', join(temporary.folder, 'none'));
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('shenpian init');
  });
});
