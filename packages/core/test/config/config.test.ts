import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { EnvironmentError, importModule, loadConfig } from '../../dist/index.js';
import { temporaryFolder } from '../made-episodes.ts';

const base = await temporaryFolder();
const home = process.cwd();
afterEach(() => process.chdir(home));

let count = 0;
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(base, `配置 ${++count}`);
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
const full = "{ plugins: ['./a.ts', 'b'], policies: ['p.yaml'], options: { words: { level: 2 } }, disable: ['c'] }";
const read = { plugins: ['./a.ts', 'b'], policies: ['p.yaml'], options: { words: { level: 2 } }, disable: ['c'] };

describe('loadConfig', () => {
  test.each<[string, string]>([
    [
      'shenpian.config.ts',
      `import { defineConfig } from '@shenpian/core';\nconst config: unknown = ${full};\nexport default defineConfig(config as never);`,
    ],
    ['shenpian.config.js', `export default ${full}`],
    ['shenpian.config.mjs', `import { defineConfig } from '@shenpian/core';\nexport default defineConfig(${full})`],
  ])('%s, by name and in the working folder', async (name, content) => {
    const folder = await folderWith({ [name]: content });
    expect(await loadConfig(join(folder, name), importModule)).toEqual({ ...read, folder });
    process.chdir(folder);
    expect(await loadConfig(undefined, importModule)).toEqual({ ...read, folder });
  });

  test('none in the working folder: everything is left out', async () => {
    const folder = await folderWith({});
    process.chdir(folder);
    expect(await loadConfig(undefined, importModule)).toEqual({
      plugins: [],
      policies: [],
      options: {},
      disable: [],
      folder,
    });
  });

  test.each<[string, string | null, string]>([
    ['is not there', null, 'no such file'],
    ['has a wrong key', "export default { plugin: ['a'] }", 'plugin'],
    ['has a wrong value', 'export default { plugins: "a" }', 'plugins'],
    ['has no default export', 'export const plugins = []', 'expected object'],
    ['does not run', "throw new Error('broken')", 'broken'],
    ['is no JavaScript', 'export default {{{', ''],
  ])('a named one that %s is an error that names file and reason', async (_, content, reason) => {
    const folder = await folderWith(content === null ? {} : { 'shenpian.config.mjs': content });
    const file = join(folder, 'shenpian.config.mjs');
    const thrown: unknown = await loadConfig(file, importModule).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(EnvironmentError);
    expect(thrown).toMatchObject({ code: 'configInvalid' });
    for (const word of [file, reason]) expect((thrown as Error).message).toContain(word);
  });
});
