import { appendFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { standingLabels, type Decision } from '../../src/findings/decision.ts';
import { openDecisions } from '../../src/review/decision-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenpian-decisions-'));
  file = join(folder, 'decisions.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = '2026-12-01T08:00:00.000Z';
const label = (fingerprint: string, answer: 'local' | 'elsewhere' | 'unclear'): Decision => ({
  kind: 'label',
  at,
  by: '李审核',
  answer,
  subject: { fingerprint, scene: '1-1 凤湖公园', look: null },
});
const undo = (fingerprint: string): Decision => ({ kind: 'undo', at, by: '李审核', subject: { fingerprint } });
const [a, b] = ['a'.repeat(16), 'b'.repeat(16)] as const;

describe('openDecisions', () => {
  it('has none when there is no file, and makes it with the first', async () => {
    const decisions = await openDecisions(file, 'decisions.jsonl');
    expect(decisions.decisions).toEqual([]);
    await decisions.append(label(a, 'local'));
    await decisions.append(undo(a));
    expect((await openDecisions(file, 'decisions.jsonl')).decisions).toEqual([label(a, 'local'), undo(a)]);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(3);
  });

  it('drops a line that was cut off while it was written, and goes on after it', async () => {
    await (await openDecisions(file, 'd')).append(label(a, 'local'));
    await appendFile(file, '{"kind":"label","at":"2026');
    const cut = await openDecisions(file, 'd');
    expect(cut.decisions).toEqual([label(a, 'local')]);
    await cut.append(label(b, 'elsewhere'));
    expect((await openDecisions(file, 'd')).decisions).toEqual([label(a, 'local'), label(b, 'elsewhere')]);
  });

  it('takes a last line without line end', async () => {
    await writeFile(file, JSON.stringify(label(a, 'local')));
    const decisions = await openDecisions(file, 'd');
    await decisions.append(label(b, 'local'));
    await decisions.append(undo(b));
    expect((await openDecisions(file, 'd')).decisions).toEqual([label(a, 'local'), label(b, 'local'), undo(b)]);
  });

  const wrong: [name: string, text: string, line: number][] = [
    ['no JSON', `${JSON.stringify(label(a, 'local'))}\n\nlocal\n`, 3],
    ['another answer', `${JSON.stringify({ ...label(a, 'local'), answer: 'yes' })}\n`, 1],
    ['nobody', `${JSON.stringify({ ...label(a, 'local'), by: '' })}\n`, 1],
  ];
  test.each(wrong)('refuses %s and names the line', async (_, text, line) => {
    await writeFile(file, text);
    await expect(openDecisions(file, 'decisions.jsonl')).rejects.toMatchObject({
      code: 'decisionsInvalid',
      path: 'decisions.jsonl',
      data: { line },
    });
  });

  it('refuses a link, and a file that must be there and is not', async () => {
    await writeFile(join(folder, 'elsewhere'), '');
    await symlink(join(folder, 'elsewhere'), file);
    await expect(openDecisions(file, 'd')).rejects.toMatchObject({ code: 'notAFile' });
    const missing = openDecisions(join(folder, 'none'), 'none', { mustExist: true });
    await expect(missing).rejects.toMatchObject({ code: 'fileMissing' });
  });

  it('says when it cannot write', async () => {
    const decisions = await openDecisions(join(folder, 'no', 'folder.jsonl'), 'folder.jsonl');
    await expect(decisions.append(undo(a))).rejects.toMatchObject({ code: 'outputUnwritable' });
  });
});

describe('standingLabels', () => {
  const cases: [name: string, decisions: Decision[], standing: Decision[]][] = [
    ['the last answer', [label(a, 'local'), label(a, 'elsewhere')], [label(a, 'elsewhere')]],
    ['nothing after an undo', [label(a, 'local'), undo(a)], []],
    ['again after an undo', [label(a, 'local'), undo(a), label(a, 'unclear')], [label(a, 'unclear')]],
    [
      'the latest last',
      [label(a, 'local'), label(b, 'local'), label(a, 'local')],
      [label(b, 'local'), label(a, 'local')],
    ],
  ];
  test.each(cases)('%s', (_, decisions, standing) => {
    expect(standingLabels(decisions)).toEqual(standing);
  });
});
