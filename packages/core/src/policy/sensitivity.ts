import type { Fact } from '../findings/fact.ts';
import type { Comparison } from './condition.ts';
import type { KnownFact } from './known-fact.ts';
import { formatValue } from './quantity.ts';
import { reason } from './reason.ts';
import type { Sensitivity } from './verdict.ts';

interface Distance {
  readonly kind: Sensitivity['kind'];
  readonly end: Sensitivity['end'];
  readonly amount: number;
  readonly beyond: boolean;
}

/**
 * How far a known number is from deciding an order comparison; nothing for equality, which more of anything does not bring.
 *
 * @param totalSeconds the running time that a ratio is a share of; null when it is not known
 */
export function sensitivityOf(
  { fact, unit }: KnownFact,
  comparison: Comparison,
  threshold: number,
  totalSeconds: number | null,
): Sensitivity[] {
  const [low, high] = endsOf(fact);
  return distancesOf(low, high, comparison, threshold).map((distance) => {
    const seconds = unit === 'ratio' && totalSeconds !== null ? distance.amount * totalSeconds : null;
    const { kind, end, amount, beyond } = distance;
    const shown = seconds === null || totalSeconds === null ? null : { seconds, totalSeconds };
    return {
      kind,
      end,
      amount,
      beyond,
      ...(seconds === null ? {} : { seconds }),
      text: wording(distance, comparison, unit, shown),
    };
  });
}

function endsOf(fact: KnownFact['fact']): readonly [number, number] {
  return 'low' in fact ? [fact.low, fact.high] : [Number(fact.value), Number(fact.value)];
}

function distancesOf(low: number, high: number, comparison: Comparison, threshold: number): readonly Distance[] {
  if (comparison === '==' || comparison === '!=') return [];
  const upward = comparison === '>=' || comparison === '>';
  const inclusive = comparison === '>=' || comparison === '<=';
  // Seen so that more is better: downward comparisons are mirrored.
  const [worst, best, limit] = upward ? [low, high, threshold] : [-high, -low, -threshold];
  const [worstEnd, bestEnd] = low === high ? (['value', 'value'] as const) : upward ? ends : endsMirrored;
  const holds = (value: number): boolean => (inclusive ? value >= limit : value > limit);
  if (holds(worst)) return [{ kind: 'margin', end: worstEnd, amount: worst - limit, beyond: !inclusive }];
  if (!holds(best)) return [{ kind: 'toHold', end: bestEnd, amount: limit - best, beyond: !inclusive }];
  return [
    { kind: 'toHold', end: worstEnd, amount: limit - worst, beyond: !inclusive },
    { kind: 'toFail', end: bestEnd, amount: best - limit, beyond: inclusive },
  ];
}

const ends = ['low', 'high'] as const;
const endsMirrored = ['high', 'low'] as const;

function wording(
  { kind, end, amount, beyond }: Distance,
  comparison: Comparison,
  unit: KnownFact['unit'],
  time: { readonly seconds: number; readonly totalSeconds: number } | null,
): Sensitivity['text'] {
  const upward = comparison === '>=' || comparison === '>';
  const raises = (kind === 'toHold') === upward;
  const data = {
    end: reason(end === 'low' ? 'endLow' : end === 'high' ? 'endHigh' : 'endValue'),
    move: reason(raises ? 'moveUp' : 'moveDown'),
    amount: amountText(amount, unit, beyond, kind === 'margin'),
    time: time === null ? reason('noTime') : timeText(time, kind === 'margin'),
  };
  return reason(kind, data);
}

function amountText(amount: number, unit: KnownFact['unit'], beyond: boolean, margin: boolean): Sensitivity['text'] {
  if (amount === 0) return reason(margin ? 'amountNone' : 'amountAny');
  const rounded = roundedIn(amount, unit, margin ? Math.floor : Math.ceil);
  const value =
    unit === 'ratio' ? reason('points', { points: String(tenths(rounded * 100)) }) : formatValue(rounded, unit, 0);
  return reason(margin ? 'amountMargin' : beyond ? 'amountBeyond' : 'amountLeast', { value });
}

/** Whole tenths of what is shown; whole numbers of things and whole fen stay as they are. */
function roundedIn(amount: number, unit: KnownFact['unit'], toWhole: (value: number) => number): number {
  const scale = unit === 'ratio' ? 1000 : unit === 'RMB' ? 100 : 10;
  // 0.073 × 1000 is 73.00000000000001: cut the noise off first.
  return toWhole(Number((amount * scale).toFixed(6))) / scale;
}

const tenths = (value: number): number => Number(value.toFixed(1));

function timeText(
  { seconds, totalSeconds }: { readonly seconds: number; readonly totalSeconds: number },
  margin: boolean,
): Sensitivity['text'] {
  const round = margin ? Math.floor : Math.ceil;
  return reason('timeOfTotal', { time: lengthText(seconds, round), total: lengthText(totalSeconds, Math.round) });
}

function lengthText(seconds: number, toWhole: (value: number) => number): Sensitivity['text'] {
  const inMinutes = seconds >= 60;
  const value = toWhole(Number(((inMinutes ? seconds / 60 : seconds) * 10).toFixed(6))) / 10;
  return reason(inMinutes ? 'minutes' : 'seconds', { value: String(value) });
}

/** The running time that a ratio is a share of, seconds; null when the fact is not known exactly. */
export function totalOf(of: string | undefined, facts: Readonly<Record<string, Fact>>): number | null {
  const total = of === undefined ? undefined : facts[of];
  return total !== undefined && 'value' in total && typeof total.value === 'number' && total.value > 0
    ? total.value
    : null;
}
