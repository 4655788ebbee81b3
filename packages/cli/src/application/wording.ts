import type { Fact, FactDeclaration, Verdict } from '@shenpian/core';
import type { Eligibility } from '@shenpian/plugin-expense-ledger';
import type { Locality } from '@shenpian/plugin-place-evidence';

/** The verdicts in the words of the application. They are of the tool, not of the office. */
export const verdictWords: Readonly<Record<Verdict['verdict'], string>> = {
  pass: '符合（仍以主管部门认定为准）',
  fail: '不符合',
  review: '待人工复核',
  open: '需补证据',
  notApplicable: '不适用',
};

/** Whether a cost counts, in words. */
export const eligibilityWords: Readonly<Record<Eligibility, string>> = {
  eligible: '可计入',
  undecided: '待核实',
  ineligible: '不可计入',
};

/** Inside the zone, elsewhere, or unknown. */
export function localityWord(locality: Locality): string {
  return locality === null ? '未知' : locality === 'local' ? '区内' : '区外';
}

/** A number with separators and at most so many decimals. */
export function numberText(value: number, decimals = 2): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: decimals });
}

/** Minutes and seconds. */
export function lengthText(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60
    ? `${seconds.toFixed(1)} 秒`
    : `${Math.floor(whole / 60)} 分 ${String(whole % 60).padStart(2, '0')} 秒`;
}

/** A share of 0–1 in percent; bounds are shown no better than they are. */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** A fact in words. */
export function factText(fact: Fact | undefined, unit: FactDeclaration['unit'] | string): string {
  if (fact === undefined) return '未知：没有检查器给出';
  if ('unknown' in fact) {
    const { reason, wouldSettle } = fact.unknown;
    return `未知：${reason['zh-CN']}。可补：${wouldSettle['zh-CN']}`;
  }
  if ('low' in fact) return `${valueText(fact.low, unit)} – ${valueText(fact.high, unit)}（区间）`;
  return valueText(fact.value, unit);
}

function valueText(value: number | string | boolean | readonly string[], unit: string): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return value.join('、');
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'ratio':
      return percentText(value);
    case 'RMB':
      return `${value.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`;
    case 'seconds':
      return lengthText(value);
    default:
      return numberText(value);
  }
}
