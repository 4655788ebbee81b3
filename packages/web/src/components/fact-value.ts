import type { FactValue } from '@shenpian/core';
import { formatClock, formatMoney, formatPercent } from '../number-format.ts';
import type { View } from '../view.ts';

/** A value of a fact as the page writes it; a ratio is rounded downwards, as the upper end of an interval upwards. */
export function formatFactValue(view: View, value: FactValue, unit: string, end: 'low' | 'high' = 'low'): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(view.text('valueJoin')) : view.text('empty');
  if (typeof value === 'boolean') return view.text(value ? 'yes' : 'no');
  if (typeof value === 'string') return value === '' ? view.text('empty') : value;
  if (unit === 'ratio') return formatPercent(value, end);
  if (unit === 'seconds') return formatClock(value);
  if (unit === 'RMB') return formatMoney(view, value);
  const number = value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return unit === 'LUFS' ? `${number} LUFS` : number;
}
