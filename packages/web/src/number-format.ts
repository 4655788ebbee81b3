import type { View } from './view.ts';

/** Seconds as `M:SS`, or `H:MM:SS` from an hour on; cut, not rounded, like a player's clock. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

// Forgives the binary error of 0.57 × 1000 before cutting.
const slack = 1e-9;

/**
 * A ratio (0–1) as a percentage with at most one decimal. It is rounded downwards, or upwards for the upper end of an
 * interval, so that 59.96 % never reads as 60 % and an interval never looks narrower than it is.
 */
export function formatPercent(ratio: number, end: 'low' | 'high' = 'low'): string {
  const permille = end === 'low' ? Math.floor(ratio * 1000 + slack) : Math.ceil(ratio * 1000 - slack);
  return `${permille / 10}%`;
}

/** An amount in RMB: whole or half ten-thousands as 5 万元 in Chinese, digits in English. */
export function formatMoney(view: View, rmb: number): string {
  const amount = rmb.toLocaleString('en-US', { maximumFractionDigits: 2 });
  const wan = rmb / 10_000;
  const round = Number.isInteger(wan * 100) && wan >= 1;
  return round
    ? view.text('rmbWan', {
        wan: wan.toLocaleString('en-US', { maximumFractionDigits: 2 }),
        amount,
      })
    : view.text('rmb', { amount });
}

/** China has one time, UTC+8, without summer time. */
const chinaOffset = 8 * 3_600_000;

/** An ISO instant in the time of China, `2026-11-22 20:15 (UTC+8)`: the same report is the same page wherever it is made. */
export function formatInstant(iso: string): string {
  const instant = new Date(iso).getTime();
  if (Number.isNaN(instant)) return iso;
  return `${new Date(instant + chinaOffset).toISOString().slice(0, 16).replace('T', ' ')} (UTC+8)`;
}

/** Numbers as ranges: 1, 2, 3, 5 → `1–3`, `5`. */
export function formatRanges(numbers: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
}
