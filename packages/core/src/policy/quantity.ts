import type { Fact, FactDeclaration, FactValue } from '../findings/fact.ts';
import type { Localized } from '../findings/message.ts';

/** Units that a fact or parameter may have. */
export type Unit = FactDeclaration['unit'];

const same = (text: string): Localized => ({ 'zh-CN': text, en: text });

/**
 * A value as people write it: ratios in per cent with one decimal, RMB in 万元 where that is shorter, seconds with one decimal.
 * `apartFrom` is a threshold that the value must not seem to equal when it does not: decimals are added until it shows.
 */
export function formatValue(value: FactValue, unit: Unit, apartFrom?: number): Localized {
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  if (Array.isArray(value)) return { 'zh-CN': value.join('、'), en: value.join(', ') };
  if (typeof value === 'string') return { 'zh-CN': `“${value}”`, en: `"${value}"` };
  for (let decimals = 1; decimals < 9; decimals += 1) {
    const rounded = round(value, unit, decimals, Math.round);
    if (apartFrom === undefined || value === apartFrom || rounded !== round(apartFrom, unit, decimals, Math.round)) {
      return withUnit(rounded, unit);
    }
  }
  return withUnit(unit === 'ratio' ? value * 100 : value, unit);
}

/** An interval, widened to whole tenths so that what is shown holds what was measured. */
export function formatInterval(low: number, high: number, unit: Unit): Localized {
  const from = withUnit(round(low, unit, 1, Math.floor), unit);
  const to = withUnit(round(high, unit, 1, Math.ceil), unit);
  return { 'zh-CN': `${from['zh-CN']}–${to['zh-CN']}`, en: `${from.en}–${to.en}` };
}

/** A known fact as people write it; `apartFrom` as in {@link formatValue}. */
export function formatFact(
  fact: Exclude<Fact, { readonly unknown: unknown }>,
  unit: Unit,
  apartFrom?: number,
): Localized {
  if ('value' in fact) return formatValue(fact.value, unit, apartFrom);
  return fact.low === fact.high ? formatValue(fact.low, unit, apartFrom) : formatInterval(fact.low, fact.high, unit);
}

function round(value: number, unit: Unit, decimals: number, toWhole: (value: number) => number): number {
  const scale = 10 ** decimals;
  const shown = unit === 'ratio' ? value * 100 : value;
  // 0.521 × 1000 is 521.0000000000001: cut the noise off before rounding outward.
  return toWhole(Number((shown * scale).toFixed(6))) / scale;
}

function withUnit(value: number, unit: Unit): Localized {
  switch (unit) {
    case 'ratio':
      return same(`${trimmed(value)} %`);
    case 'seconds':
      return { 'zh-CN': `${trimmed(value)} 秒`, en: `${trimmed(value)} s` };
    case 'RMB':
      return {
        'zh-CN': Math.abs(value) >= 10_000 ? `${trimmed(value / 10_000)} 万元` : `${trimmed(value)} 元`,
        en: `RMB ${value.toLocaleString('en-US')}`,
      };
    case 'LUFS':
      return same(`${trimmed(value)} LUFS`);
    default:
      return same(trimmed(value));
  }
}

const trimmed = (value: number): string => String(Number(value.toFixed(8)));
