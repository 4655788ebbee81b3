import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSubmission } from './made-submission.ts';
import { countedFfmpeg, shenpian, temporaryFolder } from './shenpian.ts';

interface Entry {
  readonly name: string;
  readonly state: string;
  readonly words: string;
  readonly title: string | null;
}

describe('shenpian batch', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let counted: Awaited<ReturnType<typeof countedFfmpeg>>;
  let words: string[];
  let out: string;

  beforeAll(async () => {
    temporary = await temporaryFolder();
    const all = join(temporary.folder, 'all');
    await makeSubmission(join(all, '甲 剧'), ['1.mp4']);
    await makeSubmission(join(all, 'deep', '乙剧'), ['1.mp4']);
    await mkdir(join(all, 'broken'), { recursive: true });
    await writeFile(join(all, 'broken', 'drama.yaml'), 'titel: 写错了\n');
    counted = await countedFfmpeg(temporary.folder);
    out = join(temporary.folder, 'out');
    words = ['batch', all, '--out', out, '--jobs', '2', '--cache-dir', join(temporary.folder, 'cache')];
  });
  afterAll(() => temporary.remove());

  const entries = async (): Promise<Entry[]> => JSON.parse(await readFile(join(out, 'index.json'), 'utf8')) as Entry[];

  it('checks each folder, reports the broken one and goes on', async () => {
    const run = await shenpian(words, counted.env);
    expect(run.code).toBe(2);
    const states = Object.fromEntries((await entries()).map(({ name, state }) => [name, state]));
    expect(states).toEqual({ broken: 'unreadable', 甲_剧: 'finished', deep_乙剧: 'finished' });
    expect((await entries()).find(({ name }) => name === 'broken')?.words).toMatch(/titel/);
    const page = await readFile(join(out, 'index.html'), 'utf8');
    expect(page).toContain(encodeURI('甲_剧/report.html'));
    expect(await readFile(join(out, '甲_剧', 'report.html'), 'utf8')).toContain('小样');
  });

  it('skips what is done, and checks again what has changed', async () => {
    const before = await counted.decodes();
    const again = await shenpian([...words, '--lang', 'zh-CN'], counted.env);
    expect(again.stderr.match(/已有结果/g) ?? []).toHaveLength(0);
    const same = await shenpian([...words, '--lang', 'zh-CN'], counted.env);
    expect(same.stderr.match(/已有结果/g)).toHaveLength(2);
    expect(same.stderr).toMatch(/titel/);
    expect(await counted.decodes()).toBe(before);
    await writeFile(join(temporary.folder, 'all', 'broken', 'drama.yaml'), 'title: 写对了\nepisodes: "*.mp4"\n');
    const changed = await shenpian([...words, '--lang', 'zh-CN'], counted.env);
    expect(changed.stderr.match(/已有结果/g)).toHaveLength(2);
    expect(changed.stderr).toMatch(/没有找到任何一集视频/);
  });

  it('takes a list of folders, also one that is not there', async () => {
    const list = join(temporary.folder, 'list.txt');
    await writeFile(list, `# 清单\n${join(temporary.folder, 'all', '甲 剧')}\n${join(temporary.folder, 'nowhere')}\n`);
    const run = await shenpian(
      ['batch', list, '--out', join(temporary.folder, 'out2'), '--json', ...words.slice(-2)],
      counted.env,
    );
    expect(run.code).toBe(2);
    const listed = JSON.parse(run.stdout) as Entry[];
    expect(listed.map(({ state }) => state)).toEqual(['finished', 'unreadable']);
  });
});
