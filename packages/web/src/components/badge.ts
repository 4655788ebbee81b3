import type { Level, VerdictKind } from '@shenpian/core';
import { html, type Html } from '../html.ts';
import type { View } from '../view.ts';
import { icon } from './icon.ts';

/** A verdict in words with its own shape and colour. */
export function verdictBadge(view: View, verdict: VerdictKind): Html {
  return html`<span class="badge tone-${verdict}"
    >${icon(verdict)}<span>${view.text(`verdict.${verdict}`)}</span></span
  >`;
}

/** The level of a finding in words with its own shape and colour. */
export function levelBadge(view: View, level: Level): Html {
  return html`<span class="badge tone-${level}"
    >${icon(level)}<span>${view.text(`level.${level}`)}</span></span
  >`;
}
