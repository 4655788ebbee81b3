import { duration, overlap, type Cue, type SidecarCue } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';

/** A line on the picture and the handed-in line of its time that says something else. */
export interface DifferingPair {
  readonly cue: Cue;
  readonly sidecar: SidecarCue;
}

/** Handed-in text may be cut into cues otherwise than the picture: half of the shorter must lie in the other. */
function belongTogether(cue: Cue, sidecar: SidecarCue): boolean {
  return overlap(cue, sidecar) > 0.5 * Math.min(duration(cue), duration(sidecar));
}

/**
 * Pairs of one time whose words differ. One handed-in line may be two on the picture, and the other way round.
 *
 * @param threshold 0–1; pairs at least this alike are left out
 */
export function differingPairs(
  cues: readonly Cue[],
  sidecars: readonly SidecarCue[],
  threshold: number,
): DifferingPair[] {
  const pairs: DifferingPair[] = [];
  for (const cue of cues) {
    const shown = comparable(cue.text);
    const together = sidecars.filter((sidecar) => belongTogether(cue, sidecar));
    const nearest = together.toSorted(
      (a, b) => likeness(comparable(b.text), shown) - likeness(comparable(a.text), shown),
    )[0];
    if (!nearest) continue;
    const whole = comparable(together.map((sidecar) => sidecar.text).join(''));
    const written = comparable(nearest.text);
    if (shown === '' || written === '') continue;
    if (whole.includes(shown) || shown.includes(written)) {
      // Cut otherwise: the rest of the words must stand in a neighbouring cue, or the file says something else.
      const around = comparable(
        neighbours(cues, cue)
          .map(({ text }) => text)
          .join(''),
      );
      if (around.includes(written) || whole === shown) continue;
    }
    if (Math.max(likeness(shown, written), likeness(shown, whole)) >= threshold) continue;
    pairs.push({ cue, sidecar: nearest });
  }
  return pairs;
}

function neighbours(cues: readonly Cue[], cue: Cue): Cue[] {
  const at = cues.indexOf(cue);
  return cues.slice(Math.max(0, at - 1), at + 2);
}

/** A reading that the handed-in text repeats word for word needs no second look. */
export function confirmed(cue: Cue, sidecars: readonly SidecarCue[]): boolean {
  const shown = comparable(cue.text);
  return sidecars.some((sidecar) => belongTogether(cue, sidecar) && comparable(sidecar.text) === shown);
}
