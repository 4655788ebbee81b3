import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { describeProblem, type Problem } from '../../src/errors.ts';
import { readManifest, type Manifest } from '../../src/ingest/manifest.ts';
import { temporaryFolder } from '../made-episodes.ts';

const folder = await temporaryFolder();
const file = join(folder, 'drama.yaml');

async function read(content: string | Uint8Array): Promise<Manifest | Problem[]> {
  await writeFile(file, content);
  return readManifest(file, 'drama.yaml');
}
async function good(content: string | Uint8Array): Promise<Manifest> {
  const result = await read(content);
  expect(result).not.toBeInstanceOf(Array);
  return result as Manifest;
}
async function bad(content: string): Promise<Problem[]> {
  const result = await read(content);
  expect(result).toBeInstanceOf(Array);
  return result as Problem[];
}

const full = `title: 凤湖夜话
producer: {name: 甲公司, licence: 豫字第1号}
kind: ai
subject: [都市, 司法]
investment: 85万元
costs: {total: 80万元, actors: 320000, leads: 16万}
episodes:
  - {file: episodes/a.mp4, number: 1, title: 初见}
  - episodes/b.mp4
scripts: scripts/*.docx
subtitles: [subtitles/1.srt, subtitles/2.srt]
locations:
  - {name: 凤湖公园, district: 平原示范区, point: [113.69, 34.98], photos: evidence/*.jpg, scenes: [1-1, 2-*, 3]}
filing: {date: 2026-12-01, number: （豫）网微剧备字（2026）第012号, tier: 三类}
claims: [location-shooting]
evidence:
  award: a.pdf
  release: [{file: b.pdf, issued: 2026-01-02}, c.pdf]
release: {platforms: [红果], metrics: m.xlsx, comments: c.csv, recommended: false, revenue: 200万元}
`;

describe('readManifest', () => {
  test('every key', async () => {
    expect(await good(full)).toMatchObject({
      title: '凤湖夜话',
      kind: 'ai',
      subject: ['都市', '司法'],
      investment: 850_000,
      costs: { total: 800_000, actors: 320_000, leads: 160_000 },
      episodes: [{ file: 'episodes/a.mp4', number: 1, title: '初见' }, 'episodes/b.mp4'],
      locations: [{ point: [113.69, 34.98], scenes: ['1-1', '2-*', '3'] }],
      filing: { date: '2026-12-01', tier: '三类' },
      release: { recommended: false, revenue: 2_000_000 },
      evidence: { award: 'a.pdf', release: [{ file: 'b.pdf', issued: '2026-01-02' }, 'c.pdf'] },
    });
  });

  test('only a title: the rest has defaults', async () => {
    expect(await good('title: 剧')).toEqual({
      title: '剧',
      kind: 'live-action',
      episodes: 'episodes/*',
      locations: [],
      claims: [],
      evidence: {},
    });
  });

  test('one subject as a text, and none as an empty list', async () => {
    expect((await good('title: 剧\nsubject: 司法')).subject).toEqual(['司法']);
    expect((await good('title: 剧\nsubject: []')).subject).toEqual([]);
  });

  test.each([
    ['with a byte order mark', `\ufefftitle: 剧\n`],
    ['with Windows line ends', 'title: 剧\r\nkind: ai\r\n'],
    [
      'as an old Chinese editor saves it',
      iconv.encode('title: 剧\nproducer: {name: 新乡市平原示范区文化传媒有限公司}\n', 'gb18030'),
    ],
    ['as UTF-16', iconv.encode('title: 剧\n', 'utf-16le', { addBOM: true })],
  ])('%s', async (_, content) => {
    expect((await good(content)).title).toBe('剧');
  });

  test.each<[string, number]>([
    ['850000', 850_000],
    ['"850000"', 850_000],
    ['850,000元', 850_000],
    ['85万', 850_000],
    ['85万元', 850_000],
    ['1.2亿元', 120_000_000],
  ])('investment: %s', async (text, amount) => {
    expect((await good(`title: 剧\ninvestment: ${text}`)).investment).toBe(amount);
  });

  test.each<[string, string, number, string, string]>([
    ['at the top', 'title: 剧\nepisode: a.mp4\n', 2, 'episode', '"episodes"'],
    ['below others', 'title: 剧\nkind: ai\n\n# note\nlocation:\n  - {name: 甲}\n', 5, 'location', '"locations"'],
    ['inside a map', 'title: 剧\nproducer:\n  name: 甲\n  license: x\n', 4, 'license', '"licence"'],
    [
      'in an item of a list',
      'title: 剧\nlocations:\n  - name: 甲\n  - name: 乙\n    distrct: x\n',
      5,
      'distrct',
      '"district"',
    ],
    [
      'in an item that may also be a text',
      'title: 剧\nepisodes:\n  - a.mp4\n  - {file: b.mp4,\n     nubmer: 2}\n',
      5,
      'nubmer',
      '"number"',
    ],
    ['in a document of evidence', 'title: 剧\nevidence:\n  award:\n    fil: a.pdf\n', 4, 'fil', '"file"'],
    [
      'in a list of documents',
      'title: 剧\nevidence:\n  award:\n    - {file: a.pdf}\n    - {file: a.pdf, isued: 2026-01-01}\n',
      5,
      'isued',
      '"issued"',
    ],
  ])('a typo %s suggests the key, with the line', async (_, content, line, key, suggestion) => {
    const problems = await bad(content);
    const problem = problems.find(({ data }) => data['key'] === key) as Problem;
    expect(problem).toMatchObject({ code: 'manifestUnknownKey', path: 'drama.yaml', data: { line, key } });
    expect(describeProblem(problem).en).toContain(suggestion);
    expect(describeProblem(problem)['zh-CN']).toContain(suggestion.replaceAll('"', ''));
  });

  test('a key that is like none lists those that there are', async () => {
    const [problem] = await bad('title: 剧\n备注备注备注备注: x\n');
    expect(describeProblem(problem as Problem).en).toMatch(/Known keys: title, producer, /);
  });

  test.each<[string, string, number, string]>([
    ['no title', 'kind: ai\n', 1, 'title'],
    ['an empty title', 'kind: ai\ntitle: ""\n', 2, 'title'],
    ['an empty file', '', 1, 'title'],
    ['a text instead of keys', '你好\n', 1, 'drama.yaml'],
    ['an unknown kind', 'title: 剧\nkind: cartoon\n', 2, 'kind'],
    ['an amount that is none', 'title: 剧\n\ninvestment: 很多\n', 3, 'investment'],
    ['a cost that is none', 'title: 剧\ncosts:\n  total: 很多\n', 3, 'costs.total'],
    ['a subject without a word', 'title: 剧\nsubject: [""]\n', 2, 'subject.0'],
    ['a negative amount', 'title: 剧\ninvestment: -5\n', 2, 'investment'],
    ['a date that is none', 'title: 剧\nfiling:\n  date: 2026-02-30\n', 3, 'filing.date'],
    ['a point with too few numbers', 'title: 剧\nlocations:\n  - name: 甲\n    point: [1]\n', 4, 'locations.0.point'],
    [
      'a point outside the earth',
      'title: 剧\nlocations:\n  - name: 甲\n    point: [113, 134]\n',
      4,
      'locations.0.point.1',
    ],
    ['an episode number of zero', 'title: 剧\nepisodes:\n  - {file: a.mp4, number: 0}\n', 3, 'episodes.0.number'],
    ['claims that are no list', 'title: 剧\nclaims: a\n', 2, 'claims'],
  ])('%s names key and line', async (_, content, line, key) => {
    const problems = await bad(content);
    expect(problems[0]).toMatchObject({ code: 'manifestInvalid', path: 'drama.yaml', data: { line, key } });
    expect(describeProblem(problems[0] as Problem).en).toContain(`line ${line}`);
  });

  test('everything that is wrong is told at once', async () => {
    expect(await bad('kind: x\ntitel: 剧\n')).toHaveLength(3);
  });

  test.each<[string, string, number]>([
    ['a bracket that is not closed', 'title: 剧\nclaims: [a, b\n', 2],
    ['a tab', 'title: 剧\nproducer:\n\tname: x\n', 3],
    ['a key twice', 'title: 剧\nkind: ai\ntitle: 另一部\n', 3],
    ['a star without quotes', 'title: 剧\nepisodes: *.mp4\n', 2],
    ['two documents', 'title: 剧\n---\ntitle: 乙\n', 2],
  ])('YAML: %s names the line', async (_, content, line) => {
    const problems = await bad(content);
    const [problem] = problems;
    expect(problem).toMatchObject({ code: 'manifestSyntax', path: 'drama.yaml' });
    expect(Math.abs(Number(problem?.data['line']) - line)).toBeLessThanOrEqual(1);
    expect(describeProblem(problem as Problem).en).not.toContain('\n');
  });

  test('a file that grows without end when its aliases are followed is refused', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    expect(await bad(`a0: &a0 [x, x]\n${levels.join('\n')}\n`)).toMatchObject([{ code: 'manifestSyntax' }]);
  });

  test('a folder of that name is a problem, not a crash', async () => {
    const odd = join(folder, 'odd.yaml');
    await mkdir(odd);
    expect(await readManifest(odd, 'drama.yaml')).toMatchObject([{ code: 'fileUnreadable', path: 'drama.yaml' }]);
  });
});
