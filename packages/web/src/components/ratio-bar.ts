import type { Fact, Localized, Report } from '@shenpian/core';
import { html, type Html } from '../html.ts';
import { formatPercent } from '../number-format.ts';
import type { View } from '../view.ts';

const ticks = [0, 20, 40, 60, 80, 100] as const;

function range(fact: Fact): { readonly low: number; readonly high: number } {
  if ('low' in fact) return { low: fact.low, high: fact.high };
  if ('value' in fact && typeof fact.value === 'number') return { low: fact.value, high: fact.value };
  return { low: 0, high: 1 };
}

function sentence(view: View, label: string, fact: Fact): string {
  if ('unknown' in fact) return view.text('ratioUnknown', { label });
  const { low, high } = range(fact);
  if (low === high) return view.text('ratioExact', { label, value: formatPercent(low) });
  return view.text('ratioInterval', {
    label,
    low: formatPercent(low),
    high: formatPercent(high, 'high'),
    open: formatPercent(high - low, 'high'),
  });
}

function scale(low: number, high: number, thresholds: Report['thresholds']): Html {
  const percent = (ratio: number): number => Math.min(100, Math.max(0, ratio * 100));
  return html`<svg class="scale" width="100%" height="44" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="possible"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="hatch-ground" width="8" height="8" />
          <rect class="hatch" width="3.5" height="8" />
        </pattern>
      </defs>
      <rect class="track" y="8" width="100%" height="28" />
      <rect class="certain" y="8" width="${percent(low)}%" height="28" />
      <rect
        class="possible"
        x="${percent(low)}%"
        y="8"
        width="${percent(high) - percent(low)}%"
        height="28"
        fill="url(#possible)"
      />
      ${ticks.map((tick) => html`<line class="grid" x1="${tick}%" x2="${tick}%" y1="4" y2="40" />`)}
      ${thresholds.map(({ value }) => html`<line class="threshold" x1="${percent(value)}%" x2="${percent(value)}%" y1="0" y2="44" />`)}
      <line class="bound" x1="${percent(low)}%" x2="${percent(low)}%" y1="0" y2="44" />
      <line class="bound" x1="${percent(high)}%" x2="${percent(high)}%" y1="0" y2="44" />
    </svg>
    <div class="ticks" aria-hidden="true">
      ${ticks.map((tick) => html`<span>${tick}%</span>`)}
    </div>`;
}

/** A ratio on a 0–100 % scale: what is certain is solid, what is undecided is hatched; the same in words above it. */
export function ratioBar(view: View, label: Localized, fact: Fact, thresholds: Report['thresholds']): Html {
  const { low, high } = range(fact);
  return html`<figure class="card ratio">
    <figcaption>${sentence(view, view.pick(label), fact)}</figcaption>
    ${scale(low, high, thresholds)}
    <p class="legend">
      <span class="key"
        ><span class="swatch swatch-certain"></span>${view.text('legendCertain')}</span
      ><span class="key"
        ><span class="swatch swatch-possible"></span>${view.text('legendPossible')}</span
      >${thresholds.map(
        ({ article, comparison, value }) =>
          html`<span class="key"><span class="swatch swatch-threshold"></span>${view.text('threshold', { article, comparison: comparison.replace('>=', '≥').replace('<=', '≤'), value: formatPercent(value) })}</span>`,
      )}
    </p>
    ${
      'unknown' in fact &&
      html`<dl class="settle">
        <div>
          <dt>${view.text('reason')}</dt>
          <dd>${view.pick(fact.unknown.reason)}</dd>
        </div>
        <div>
          <dt>${view.text('wouldSettle')}</dt>
          <dd>${view.pick(fact.unknown.wouldSettle)}</dd>
        </div>
      </dl>`
    }
  </figure>`;
}
