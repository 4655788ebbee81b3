import type { Step, Verdict } from '@shenpian/core';
import { describe, expect, it } from 'vitest';
import { decidingLines, stepTable } from '../../src/components/step-table.ts';
import { html, toMarkup } from '../../src/html.ts';
import { createView } from '../../src/view.ts';

const same = (text: string): Step['text'] => ({ 'zh-CN': text, en: text });
const step: Step = {
  part: 'when',
  kind: 'comparison',
  truth: 'unknown',
  facts: [{ id: 'share', label: same('取景<b>占比'), unit: 'ratio', fact: { low: 0.523, high: 0.714, coverage: 1 } }],
  comparison: '>=',
  threshold: 0.6,
  text: same('条件'),
  missing: same('再标注'),
  from: same('申报单位'),
  sensitivity: [
    { kind: 'toHold', end: 'low', amount: 0.077, beyond: false, text: same('下限再提高 7.7 个百分点') },
    { kind: 'margin', end: 'low', amount: 0, beyond: false, text: same('余量') },
  ],
};
const verdict = (steps: readonly Step[] | undefined, kind: Verdict['verdict'] = 'open'): Verdict => ({
  pack: 'p',
  kind: 'policy',
  clause: 'c',
  article: '一',
  title: same('条'),
  text: '条文',
  verdict: kind,
  claimed: true,
  because: [],
  missing: [],
  ...(steps === undefined ? {} : { steps: [...steps] }),
});
const view = createView('zh-CN', new Map());
const markup = (value: ReturnType<typeof stepTable>): string => toMarkup(html`${value}`);

describe('stepTable', () => {
  it('shows what was measured, what is asked, and who gives what is missing', () => {
    const page = markup(stepTable(view, verdict([step]))).replaceAll(/\s+/g, ' ');
    for (const text of ['52.3% 至 71.4%', '要求 ≥ 60%', '尚不能判断', '申报单位']) expect(page).toContain(text);
    expect(page).not.toContain('<b>');
  });

  it('says unknown for a fact that nobody stated, and shows nothing without steps', () => {
    const fact = { id: 'plays', label: same('播放量'), unit: 'count', fact: null };
    expect(markup(stepTable(view, verdict([{ ...step, facts: [fact] }])))).toContain('播放量：未知');
    expect(markup(stepTable(view, verdict(undefined)))).toBe('');
    expect(markup(stepTable(view, verdict([])))).toBe('');
  });
});

describe('decidingLines', () => {
  it('says how much more decides it, and leaves margins to the table', () => {
    const lines = markup(decidingLines(view, verdict([step])));
    expect(lines).toContain('下限再提高 7.7 个百分点');
    expect(lines).not.toContain('余量');
  });

  it('has nothing to say where the clause does not apply or nothing is near', () => {
    expect(markup(decidingLines(view, verdict([step], 'notApplicable')))).toBe('');
    expect(markup(decidingLines(view, verdict([{ ...step, sensitivity: [] }])))).toBe('');
  });
});
