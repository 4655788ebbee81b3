import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/errors.ts';
import { findFiles } from '../../src/ingest/find-files.ts';
import { temporaryFolder } from '../made-episodes.ts';

const base = await temporaryFolder();
const folder = join(base, '送审 材料 🎬');

for (const path of [
  'episodes/第2集.mp4',
  'episodes/第10集.mp4',
  'episodes/第1集 终.MP4',
  'episodes/.hidden.mp4',
  'episodes/~$lock.mp4',
  'episodes/notes.txt',
  'brackets/剧[01].mp4',
  'brackets/剧0.mp4',
  'brackets/(a) {b} !c.mp4',
  'deep/a/b/c.srt',
  'real/1.mp4',
  'folders/1.mp4/notes.txt',
  'folders/2.mp4',
  'folders/旧/3.mp4',
]) {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, 'x');
}
await writeFile(join(folder, 'empty.mp4'), '');
await writeFile(join(base, 'outside.mp4'), 'x');
await mkdir(join(base, 'outside'));
await writeFile(join(base, 'outside', 'other.mp4'), 'x');
await mkdir(join(folder, 'links'));
await symlink('../real/1.mp4', join(folder, 'links/1 inside.mp4'));
await symlink(join(base, 'outside.mp4'), join(folder, 'links/2 outside.mp4'));
await symlink('3 loop.mp4', join(folder, 'links/3 loop.mp4'));
await symlink('nowhere', join(folder, 'links/4 broken.mp4'));
await mkdir(join(folder, 'tree/sub'), { recursive: true });
await writeFile(join(folder, 'tree/sub/a.mp4'), 'x');
await symlink('..', join(folder, 'tree/sub/up'));
await symlink(join(base, 'outside'), join(folder, 'tree/away'));

const find = async (given: string | readonly string[]) => {
  const { files, problems } = await findFiles(folder, given, 'episodes');
  for (const problem of problems) {
    const text = describeProblem(problem);
    for (const each of [text['zh-CN'], text.en]) expect(each).toContain(problem.path);
  }
  return { paths: files.map(({ path }) => path), problems: problems.map(({ code, path }) => `${code} ${path}`) };
};

describe('findFiles', () => {
  test.each<[string, string | readonly string[], readonly string[], readonly string[]]>([
    [
      'a pattern: natural order, any case, nothing hidden',
      'episodes/*.mp4',
      ['episodes/第1集 终.MP4', 'episodes/第2集.mp4', 'episodes/第10集.mp4'],
      [],
    ],
    ['a name', 'episodes/第2集.mp4', ['episodes/第2集.mp4'], []],
    ['a name with a space', 'episodes/第1集 终.MP4', ['episodes/第1集 终.MP4'], []],
    ['brackets that are a name', 'brackets/剧[01].mp4', ['brackets/剧[01].mp4'], []],
    ['brackets that are a pattern', 'brackets/剧[0-9].mp4', ['brackets/剧0.mp4'], []],
    ['more signs that are a name', 'brackets/(a) {b} !c.mp4', ['brackets/(a) {b} !c.mp4'], []],
    [
      'a list; a file named twice is there once',
      ['episodes/第2集.mp4', 'episodes/*2*.mp4', 'real/1.mp4'],
      ['episodes/第2集.mp4', 'real/1.mp4'],
      [],
    ],
    ['folders below', '**/*.srt', ['deep/a/b/c.srt'], []],
    ['with ./ before', './real/*.mp4', ['real/1.mp4'], []],
    ['a pattern that matches nothing', 'film/*.mov', [], ['patternMatchedNothing film/*.mov']],
    ['a name that is not there', 'film/1.mov', [], ['fileMissing film/1.mov']],
    ['one that is there and one that is not', ['real/1.mp4', 'a.mp4'], ['real/1.mp4'], ['fileMissing a.mp4']],
    ['a folder that a pattern of files matches', 'folders/*.mp4', ['folders/2.mp4'], ['notAFile folders/1.mp4']],
    ['folders that only `*` matches are none of the files', 'folders/*', ['folders/2.mp4'], []],
    ['a folder', 'real', [], ['notAFile real']],
    ['0 bytes', 'empty.mp4', [], ['fileEmpty empty.mp4']],
    ['a name outside', '../outside.mp4', [], ['fileOutside ../outside.mp4']],
    ['a pattern outside', '../*.mp4', [], ['fileOutside ../*.mp4']],
    ['a pattern that comes back', 'real/../real/*.mp4', ['real/1.mp4'], []],
    [
      'links: inside is taken, the others are told',
      'links/*.mp4',
      ['links/1 inside.mp4'],
      ['fileMissing links/4 broken.mp4', 'fileOutside links/2 outside.mp4', 'fileUnreadable links/3 loop.mp4'],
    ],
    ['a link by its name', 'links/1 inside.mp4', ['links/1 inside.mp4'], []],
    ['a link outside by its name', 'links/2 outside.mp4', [], ['fileOutside links/2 outside.mp4']],
    ['a loop by its name', 'links/3 loop.mp4', [], ['fileUnreadable links/3 loop.mp4']],
    ['folder links are not walked: neither round in a circle nor out', 'tree/**/*.mp4', ['tree/sub/a.mp4'], []],
    ['a file behind a folder link that leads outside', 'tree/away/other.mp4', [], ['fileOutside tree/away/other.mp4']],
  ])('%s', async (_, given, paths, problems) => {
    const found = await find(given);
    expect(found.paths).toEqual(paths);
    expect(found.problems.toSorted()).toEqual(problems);
  });

  test.skipIf(process.platform === 'win32')('a pattern from the root of the disk is not searched', async () => {
    expect((await find('/*/**/*.mp4')).problems).toEqual(['fileOutside /*/**/*.mp4']);
  });

  test('a submission that is itself behind a link', async () => {
    await symlink(folder, join(base, 'link to it'));
    const { files, problems } = await findFiles(join(base, 'link to it'), 'episodes/*.mp4', 'episodes');
    expect([files.length, problems]).toEqual([3, []]);
  });
});
