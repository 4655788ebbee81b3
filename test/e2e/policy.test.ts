import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packSchema, reportSchema, verdictSchema } from '@shenpian/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, shenpian, temporaryFolder } from './shenpian.ts';

const limit = 120_000;

async function yamlOfGuide(name: string): Promise<string> {
  const guide = await readFile(join(root, 'docs/guide', name), 'utf8');
  const yaml = /```yaml\n(id: my-zone-2026[\s\S]*?)```/.exec(guide)?.[1];
  if (yaml === undefined) throw new Error(`no pack in ${name}`);
  return yaml;
}

/** The pack that the guide writes, with a source beside it. */
async function guidePack(folder: string): Promise<string> {
  const yaml = await yamlOfGuide('write-a-policy-pack.md');
  const source = '第四条 本地取景不低于50%并已上线播出的，经评审给予最高10万元奖励。\n';
  const sha256 = createHash('sha256').update(source).digest('hex');
  await mkdir(join(folder, 'sources'), { recursive: true });
  await mkdir(join(folder, 'packs'), { recursive: true });
  await writeFile(join(folder, 'sources/my-policy.txt'), source);
  const file = join(folder, 'packs/my-zone-2026.yaml');
  await writeFile(file, yaml.replace(/sha256: [0-9a-f]{64}/, `sha256: ${sha256}`));
  return file;
}

describe('shenpian policy', () => {
  let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
  let pack: string;
  beforeAll(async () => {
    temporary = await temporaryFolder();
    pack = await guidePack(temporary.folder);
  });
  afterAll(() => temporary.remove());

  it(
    'runs the tests of every bundled pack',
    async () => {
      const { code, stdout } = await shenpian(['policy', 'test']);
      expect(stdout).toMatch(/\d{3} passed, 0 failed/);
      expect(code).toBe(0);
    },
    limit,
  );

  it(
    'makes an application package for a clause of the pack of the guide',
    async () => {
      const { folder } = temporary;
      const submission = join(folder, 'drama');
      await mkdir(submission);
      await writeFile(join(submission, 'drama.yaml'), 'title: 会\nevent: {name: 会}\n');
      const given = ['apply', submission, '--clause', 'shooting-award', '--cache-dir', join(folder, 'cache')];
      const made = await shenpian([...given, '--out', join(folder, 'made'), '--policy', pack]);
      expect(made).toMatchObject({ code: 0 });
      expect(made.stdout).toContain('Award for local shooting');
      const { clause } = JSON.parse(await readFile(join(folder, 'made/manifest.json'), 'utf8')) as {
        clause: { pack: string };
      };
      expect(clause.pack).toBe('my-zone-2026');
      expect((await shenpian([...given, '--out', join(folder, 'none')])).code).toBe(2);
    },
    limit,
  );

  it(
    'runs the pack of the guide, which nobody programmed',
    async () => {
      const tested = await shenpian(['policy', 'test', pack]);
      expect(tested).toMatchObject({ code: 0, stderr: '' });
      expect(tested.stdout).toContain('5 passed, 0 failed');
      const explained = await shenpian(['policy', 'explain', 'shooting-award', '--policy', pack]);
      expect(explained.stdout).toContain('at least 50 %');
      expect(explained.stdout).toContain('local-scene-ratio');
      expect(explained.stdout).toContain('at most RMB 100000');
      expect(await yamlOfGuide('write-a-policy-pack.zh-CN.md')).toBe(await yamlOfGuide('write-a-policy-pack.md'));
    },
    limit,
  );

  it(
    'fails with the reason chain when a test of a pack is wrong',
    async () => {
      const wrong = join(temporary.folder, 'packs/wrong.yaml');
      await writeFile(
        wrong,
        (await readFile(pack, 'utf8')).replace(
          'evidence: [online-release], expect: review',
          'evidence: [online-release], expect: pass',
        ),
      );
      const { code, stdout } = await shenpian(['policy', 'test', wrong]);
      expect(code).toBe(1);
      expect(stdout).toContain('expected pass, got review');
      expect(stdout).toContain('condition "at least 50 %" holds');
    },
    limit,
  );

  it.each([
    [
      'local_scene_ratio >= local_share',
      'local_scene_ration >= local_share',
      'clauses.0.when.all.0.is',
      'local_scene_ratio',
    ],
    ['    cap: 100000', '    cup: 100000', 'clauses.0.cup', 'cap'],
    ['value: 0.5', 'value: half', 'params.local-share.value', 'ratio'],
  ])(
    'names file, line, key and remedy of a broken pack: %s → %s',
    async (good, bad, key, remedy) => {
      const broken = join(temporary.folder, 'packs/broken.yaml');
      const text = (await readFile(pack, 'utf8')).replace(good, bad);
      await writeFile(broken, text);
      const line = text.split('\n').findIndex((each) => each.includes(bad.trim())) + 1;
      const { code, stderr, stdout } = await shenpian(['policy', 'test', broken]);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(`${broken}:${line}:`);
      expect(stderr).toContain(key);
      expect(stderr).toContain(remedy);
    },
    limit,
  );

  it(
    'says what changed between two packs and what it means',
    async () => {
      const newer = join(temporary.folder, 'packs/newer.yaml');
      await writeFile(
        newer,
        (await readFile(pack, 'utf8')).replace('value: 0.5', 'value: 0.6').replace('cap: 100000', 'cap: 80000'),
      );
      const { code, stdout } = await shenpian(['policy', 'diff', pack, newer, '--json']);
      expect(code).toBe(0);
      const { changes, verdicts } = JSON.parse(stdout) as { changes: unknown[]; verdicts: { after: string }[] };
      expect(changes).toEqual([
        { clause: null, key: 'params.local-share.value', before: '0.5', after: '0.6' },
        { clause: 'shooting-award', key: 'cap', before: '100000', after: '80000' },
      ]);
      expect(verdicts.map(({ after }) => after)).toContain('fail');
      expect((await shenpian(['policy', 'diff', pack, pack])).stdout).toContain('No rule changed');
    },
    limit,
  );

  it(
    'prints a schema that every bundled pack fits and a misspelt one does not',
    async () => {
      const { stdout } = await shenpian(['policy', 'schema']);
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(stdout) as object);
      const packs = JSON.parse((await shenpian(['policy', 'list', '--json'])).stdout) as object[];
      expect(packs.length).toBeGreaterThan(3);
      for (const content of packs) {
        expect(validate(content), JSON.stringify(validate.errors)).toBe(true);
        expect(packSchema.safeParse(content).success).toBe(true);
      }
      expect(validate({ id: 'x', titel: {} })).toBe(false);
    },
    limit,
  );

  it(
    'explains a clause out of a report: why, what is missing and from whom, how much more decides it',
    async () => {
      const file = join(temporary.folder, 'report.json');
      const report = reportSchema.parse(
        JSON.parse(
          await readFile(join(root, 'packages/web/cases/one-violation-and-evidence-missing/report.json'), 'utf8'),
        ),
      );
      await writeFile(file, JSON.stringify({ ...report, problems: [] }));
      const { code, stdout } = await shenpian([
        'policy',
        'explain',
        'pingyuan-2025/location-shooting',
        file,
        '--lang',
        'zh-CN',
      ]);
      expect(code).toBe(0);
      for (const text of ['需补证据', '最高 50000 元', '还缺：', '由申报单位提供', '下限再提高至少 7.7 个百分点']) {
        expect(stdout).toContain(text);
      }
      const json = await shenpian(['policy', 'explain', 'location-shooting', file, '--json']);
      expect(verdictSchema.parse(JSON.parse(json.stdout)).steps).toHaveLength(2);
    },
    limit,
  );

  it(
    'policy explain takes a clause by its article, as apply does',
    async () => {
      const byArticle = await shenpian(['policy', 'explain', '三（一）', '--lang', 'zh-CN']);
      expect(byArticle.code).toBe(0);
      expect(byArticle.stdout).toContain('支持取景拍摄  (location-shooting)');
    },
    limit,
  );

  it.each([
    [['explain', 'no-such-clause'], 'There is no clause "no-such-clause"'],
    [['explain', 'location-shooting', 'no-such.json'], 'not a report.json'],
    [['explain', 'location-shooting', 'no-such-folder'], 'no-such-folder'],
    [['explain'], 'Name the clause to explain'],
    [['explain', '3.2'], 'is more than one clause'],
    [['show'], 'Name the pack to show'],
    [['show', 'no-such-pack'], 'There is no pack "no-such-pack"'],
    [['test', 'no-such.yaml'], 'no-such.yaml: cannot be read'],
    [['diff', 'pingyuan-2025'], 'Name two packs'],
  ])(
    'policy %j is one line and exit code 2',
    async (words, text) => {
      const { code, stderr } = await shenpian(['policy', ...words]);
      expect(stderr).toContain(text);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(2);
    },
    limit,
  );
});
