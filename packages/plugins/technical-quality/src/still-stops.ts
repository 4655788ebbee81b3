import { signalsOf, type EpisodeSignal } from './episode-signal.ts';
import type { SignalOf } from './signal-item.ts';

/** A still picture that a dissolve ends in began to stand at most this long after the middle of it, seconds. */
const dissolveReach = 1;
/** And one that a cut brings, at once. */
const cutReach = 0.1;

/** Stops of at least `seconds` that are no still card: those come with a cut or a dissolve. */
export function stopsInShots(measured: EpisodeSignal, seconds: number): readonly SignalOf<'stop'>[] {
  return signalsOf(measured, 'stop').filter(
    ({ start, end }) =>
      end - start >= seconds - 0.001 &&
      !measured.shots.some(
        (shot) =>
          shot.transition !== 'start' &&
          Math.abs(shot.start - start) <= (shot.transition === 'gradual' ? dissolveReach : cutReach),
      ),
  );
}
