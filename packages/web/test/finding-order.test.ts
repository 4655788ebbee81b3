import { expect, test } from 'vitest';
import { groupFindings, orderFindings } from '../src/finding-order.ts';
import { caseNamed } from './page.ts';

const { findings } = caseNamed('one-violation-and-evidence-missing').report;

test('by level, then episode and time, then scripts', () => {
  expect(orderFindings(findings).map(({ id }) => id)).toEqual(['f3', 'f5', 'f2', 'f4', 'f1']);
});

test('one group for each level that occurs and each place in it', () => {
  expect(groupFindings(findings).map(({ level, places }) => [level, places.map(({ key }) => key)])).toEqual([
    ['violation', ['episode 2']],
    ['warning', ['episode 2', 'episode 3', 'script scripts/凤湖夜话-剧本.pdf']],
    ['info', ['episode 4']],
  ]);
});
