import { SubmissionError, type Problem } from '../errors.ts';
import { readSubmission } from '../ingest/read-submission.ts';
import { damageOf } from '../media/damage.ts';
import { buildTracks, checkedOptions, trackOptions, type EpisodeTracks } from '../tracks/build-tracks.ts';
import type { TrackStore } from '../tracks/track-store.ts';
import type { Episode, Series } from '../work/series.ts';
import type { Registry } from './registry.ts';

/** How the tracks of a submission are built. */
export interface SubmissionSettings {
  readonly registry: Registry;
  readonly store: TrackStore;
  /** Options by track or checker id, unchecked. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  /** Episodes decoded at the same time. */
  readonly jobs: number;
  /** Longest file taken for an episode, minutes. */
  readonly maxMinutes?: number;
  progress?(state: CheckProgress): void;
}

/** How far a check is. Seconds of picture, over all episodes. */
export interface CheckProgress {
  readonly stage: 'reading' | 'decoding' | 'checking';
  readonly doneSeconds: number;
  readonly totalSeconds: number;
}

/** A submission with its tracks. `series` is null when there is nothing to look at. */
export interface BuiltSubmission {
  readonly series: Series | null;
  readonly problems: Problem[];
  /** By episode number; absent for an episode that could not be decoded. */
  readonly tracks: ReadonlyMap<number, EpisodeTracks>;
  /** Episodes handed in, or missing in the numbering, that could not be read in full. */
  readonly unreadEpisodes: number;
}

async function buildEpisodes(episodes: readonly Episode[], settings: SubmissionSettings, problems: Problem[]) {
  const built = new Map<number, EpisodeTracks>();
  const done = new Map<number, number>();
  const totalSeconds = episodes.reduce((sum, { input }) => sum + input.probe.videoSeconds, 0);
  const advance = (episode: Episode, seconds: number): void => {
    done.set(episode.number, Math.min(seconds, episode.input.probe.videoSeconds));
    const doneSeconds = [...done.values()].reduce((sum, each) => sum + each, 0);
    settings.progress?.({ stage: 'decoding', doneSeconds, totalSeconds });
  };
  const { default: PQueue } = await import('p-queue');
  const queue = new PQueue({ concurrency: settings.jobs });
  const failures: unknown[] = [];
  await queue.addAll(
    episodes.map((episode) => async () => {
      // After an error or Ctrl-C nothing new is begun, but what runs is waited for.
      if (failures.length > 0) return;
      try {
        const tracks = await buildTracks(episode, settings.registry.tracks, {
          store: settings.store,
          options: settings.options,
          signal: settings.signal,
          progress: (seconds) => advance(episode, seconds),
        });
        built.set(episode.number, tracks);
        const { decode } = tracks;
        const damage = decode === null ? null : damageOf(episode.input, decode);
        if (damage !== null) problems.push(damage);
      } catch (thrown) {
        if (!(thrown instanceof SubmissionError)) {
          failures.push(thrown);
          return;
        }
        problems.push({ code: thrown.code, path: thrown.path, data: thrown.data });
      }
      advance(episode, episode.input.probe.videoSeconds);
    }),
  );
  if (failures.length > 0) throw failures[0];
  return built;
}

/**
 * Reads a submission and builds every track of every episode; what is in the store is not decoded again.
 *
 * @throws EnvironmentError when ffmpeg or the options are not as needed; the abort reason when cancelled.
 */
export async function buildSubmission(folder: string, settings: SubmissionSettings): Promise<BuiltSubmission> {
  const { registry, signal, options } = settings;
  // Options are checked before any file is opened.
  for (const track of registry.tracks) trackOptions(track, options);
  for (const { id, options: schema } of registry.checkers) checkedOptions(id, schema, options[id]);

  settings.progress?.({ stage: 'reading', doneSeconds: 0, totalSeconds: 0 });
  const submission = await readSubmission(folder, {
    signal,
    ...(settings.maxMinutes === undefined ? {} : { maxMinutes: settings.maxMinutes }),
  });
  const { series } = submission;
  const problems = [...submission.problems];
  if (series === null) return { series, problems, tracks: new Map(), unreadEpisodes: submission.unreadEpisodes };
  const before = problems.length;
  const tracks = await buildEpisodes(series.episodes, settings, problems);
  signal.throwIfAborted();
  // Nothing is a fact about the series while a part of it was not seen.
  return { series, problems, tracks, unreadEpisodes: submission.unreadEpisodes + problems.length - before };
}
