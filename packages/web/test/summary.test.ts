import type { Report } from '@shenpian/core';
import { describe, expect, test } from 'vitest';
import { nextSteps, resultSentence } from '../src/summary.ts';
import { createView } from '../src/view.ts';
import { caseNamed } from './page.ts';

const view = createView('zh-CN', new Map());
const full = caseNamed('one-violation-and-evidence-missing').report;
const broken = caseNamed('unreadable-input-and-failed-check').report;
const bare: Report = { ...full, findings: [], verdicts: [], problems: [] };

describe('resultSentence', () => {
  test.each<[string, Report, string]>([
    ['no check at all is no result', { ...bare, checks: [] }, '没有完成任何检查，尚无结果。'],
    [
      'only failed checks are no result',
      { ...bare, checks: broken.checks.filter(({ status }) => status === 'failed') },
      '没有完成任何检查，尚无结果，2 项检查未能完成。',
    ],
    ['completed checks without findings', bare, '已完成的检查未发现违规。'],
    [
      'notes are not counted',
      { ...bare, findings: full.findings.filter(({ level }) => level === 'info') },
      '已完成的检查未发现违规。',
    ],
    [
      'standards count, unclaimed policy clauses do not',
      { ...bare, verdicts: full.verdicts.filter(({ claimed }) => !claimed) },
      '已完成的检查未发现违规，1 项应守标准不符合。',
    ],
  ])('%s', (_, report, sentence) => {
    expect(resultSentence(view, report)).toBe(sentence);
  });
});

describe('nextSteps', () => {
  test('inputs, then checks, then violations, then claims, then warnings', () => {
    const report = { ...full, problems: broken.problems, checks: broken.checks };
    const anchors = nextSteps(view, report).map(({ anchor }) => anchor);
    expect(anchors).toEqual([
      'problems',
      'problems',
      'checks',
      'checks',
      'finding-f3',
      'clause-pingyuan-2025-location-shooting',
      'clause-pingyuan-2025-location-shooting',
      'clause-nrta-order-16-title-display',
      'finding-f5',
      'finding-f2',
      'finding-f4',
    ]);
  });

  test('a claimed clause that is not met names its last reason', () => {
    const claim = full.verdicts.find(({ claimed }) => claimed);
    if (claim === undefined) throw new TypeError('the case has no claim');
    const steps = nextSteps(view, {
      ...bare,
      verdicts: [{ ...claim, verdict: 'fail', missing: [] }],
    });
    expect(steps.map(({ text }) => text)).toEqual([
      '核对不符合的条款「支持取景拍摄」：是否入选广电总局微短剧剧本：没有材料',
    ]);
  });

  test('clauses that are met and notes ask for nothing', () => {
    expect(nextSteps(view, { ...bare, findings: full.findings.filter(({ level }) => level === 'info') })).toEqual([]);
  });
});
