import { shotsTrack, type CheckerContext, type Episode, type Shot } from '@shenpian/core';
import type { messages } from './messages.ts';
import type { TechnicalQualityOptions } from './options.ts';
import { signalTrack, type Signal, type SignalOf } from './signal-item.ts';

/** What the checker sees. */
export type QualityContext = CheckerContext<TechnicalQualityOptions, keyof typeof messages & string>;

/** An episode with what was measured of it. */
export interface EpisodeSignal {
  readonly episode: Episode;
  readonly shots: readonly Shot[];
  readonly signals: readonly Signal[];
  /** null when no frame was decoded. */
  readonly picture: SignalOf<'picture'> | null;
  readonly content: SignalOf<'content'> | null;
  /** null when the file has no sound, or none could be decoded. */
  readonly sound: SignalOf<'sound'> | null;
}

/** Signals of one kind, in order. */
export function signalsOf<Kind extends Signal['kind']>(
  { signals }: Pick<EpisodeSignal, 'signals'>,
  kind: Kind,
): readonly SignalOf<Kind>[] {
  return signals.filter((item) => item.kind === kind) as unknown as readonly SignalOf<Kind>[];
}

/** Everything that was measured of an episode. */
export function episodeSignal(episode: Episode, { read }: Pick<QualityContext, 'read'>): EpisodeSignal {
  const signals = read(signalTrack, episode);
  const first = <Kind extends Signal['kind']>(kind: Kind) => signalsOf({ signals }, kind)[0] ?? null;
  return {
    episode,
    shots: read(shotsTrack, episode),
    signals,
    picture: first('picture'),
    content: first('content'),
    sound: first('sound'),
  };
}

/** The whole of an episode as a position. */
export function wholeOf({ number, input }: Episode): { episode: number; start: number; end: number } {
  return { episode: number, start: 0, end: input.probe.videoSeconds };
}
