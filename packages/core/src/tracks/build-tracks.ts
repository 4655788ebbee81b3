import { createHash } from 'node:crypto';
import { z } from 'zod';
import { EnvironmentError } from '../errors.ts';
import { decode, type DecodeRecord } from '../media/decode.ts';
import { framePool } from '../media/frame-pool.ts';
import { mergeRequests, type NamedRequest } from '../media/merge-requests.ts';
import { scout } from '../media/scout.ts';
import type { Episode } from '../work/series.ts';
import type { SamplePlan, TrackDefinition } from './define-track.ts';
import { sampleQueue, type SampleQueue } from './sample-queue.ts';
import type { TrackStore } from './track-store.ts';
import type { TrackType } from './track-type.ts';

/** A track of one episode: its items, or why there are none. */
export type BuiltTrack = { readonly items: readonly unknown[] } | { readonly error: Error };

/** All tracks of one episode. */
export interface EpisodeTracks {
  readonly tracks: ReadonlyMap<string, BuiltTrack>;
  /** What the decode did, now or when the tracks were first built; null when no track needed one. */
  readonly decode: DecodeRecord | null;
  /** Whether a decode ran now. */
  readonly decoded: boolean;
}

/** Where and how tracks are built. */
export interface BuildSettings {
  readonly store: TrackStore;
  /** Options by track id, unchecked. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  /** Seconds of picture decoded so far. */
  progress?(seconds: number): void;
}

/** A track that takes no sample for this long holds up all others and is given up, seconds. */
const trackStallLimit = 180;
/** A track that is not finished this long after the decode is given up, seconds. */
const trackFinishLimit = 600;

function after(seconds: number): { elapsed: Promise<void>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  return { elapsed, cancel: () => clearTimeout(timer) };
}

const recordSchema = z.object({ seconds: z.number(), frames: z.number(), complete: z.boolean(), lost: z.number() });

/**
 * The options of a track or checker, checked by its schema.
 *
 * @throws EnvironmentError when they are not valid.
 */
export function checkedOptions<Options>(id: string, schema: z.ZodType<Options>, given: unknown): Options {
  const result = schema.safeParse(given ?? {});
  if (!result.success) throw new EnvironmentError('optionsInvalid', { id, detail: z.prettifyError(result.error) });
  return result.data;
}

/**
 * The options of a track, checked by its schema.
 *
 * @param options by the id of a track or checker
 * @throws EnvironmentError when they are not valid.
 */
export function trackOptions(track: TrackDefinition, options: Readonly<Record<string, unknown>>): unknown {
  const { id } = track.optionsOf ?? track.type;
  return checkedOptions(id, track.options, options[id]);
}

interface Job {
  readonly track: TrackDefinition;
  readonly options: unknown;
  readonly key: string;
}

/** `sha256(file) × track id@version × options`, with those of the tracks it reads and what else it depends on. */
function jobsFor(episode: Episode, tracks: readonly TrackDefinition[], settings: BuildSettings): Job[] {
  const keys = new Map<string, string>();
  return tracks.map((track) => {
    const { id } = track.type;
    const options = trackOptions(track, settings.options);
    const parts = [
      episode.input.sha256,
      id,
      track.version,
      options,
      (track.reads ?? []).map((type) => keys.get(type.id)),
      track.basis?.(episode),
    ];
    const key = `track:${id}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
    keys.set(id, key);
    return { track, options, key };
  });
}

/** The items of a track, and the sha256 of the bytes that they point to. */
const storedSchema = z.object({ items: z.array(z.unknown()), kept: z.array(z.string()) });

async function stored(job: Job, store: TrackStore): Promise<readonly unknown[] | null> {
  const entry = storedSchema.safeParse(await store.get(job.key));
  if (!entry.success) return null;
  const items = z.array(job.track.type.item).safeParse(entry.data.items);
  if (!items.success) return null;
  for (const sha256 of entry.data.kept) if (!(await store.has(sha256))) return null;
  return items.data;
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** Builds the tracks that are not in the store, all from one decode. `tracks` are in the order of `planTracks`. */
export async function buildTracks(
  episode: Episode,
  tracks: readonly TrackDefinition[],
  settings: BuildSettings,
): Promise<EpisodeTracks> {
  const { store, signal } = settings;
  const jobs = jobsFor(episode, tracks, settings);
  const built = new Map<string, BuiltTrack>();
  const open: Job[] = [];
  for (const job of jobs) {
    const items = await stored(job, store);
    if (items === null) open.push(job);
    else built.set(job.track.type.id, { items });
  }
  const recordKey = `decode:${episode.input.sha256}`;
  const record = recordSchema.safeParse(await store.get(recordKey));
  if (open.length === 0 && record.success) return { tracks: built, decode: record.data, decoded: false };

  for (const { track, options } of open) {
    (async () => track.prepare?.(options))().catch(() => {});
  }
  const wish = open.flatMap(({ track }) => track.scout ?? []);
  const scouted =
    wish.length === 0
      ? []
      : await scout(
          episode.input,
          Math.max(...wish.map(({ count }) => count)),
          Math.max(...wish.map(({ width }) => width)),
          signal,
        );

  const requests: NamedRequest[] = [];
  const queues = new Map<string, SampleQueue>();
  const failed = new Map<string, Error>();
  for (const { track, options } of open) {
    const plan: SamplePlan<unknown> = { episode, options, scouted: track.scout ? scouted : [], signal };
    const wanted = await (async () => track.samples?.(plan) ?? {})().catch((error: unknown) => {
      failed.set(track.type.id, asError(error));
      return {};
    });
    for (const [name, request] of Object.entries(wanted)) requests.push({ track: track.type.id, name, request });
    queues.set(track.type.id, sampleQueue());
  }

  let decodedSeconds = 0;
  const pool = framePool();
  const running = new Map<string, Promise<BuiltTrack>>();
  const giveUp = new Map<string, (error: Error) => void>();
  const kept = new Map(open.map(({ track }) => [track.type.id, new Set<string>()]));
  for (const { track, options } of open) {
    const { id } = track.type;
    const queue = queues.get(id) as SampleQueue;
    const read = async <Item>(type: TrackType<Item>): Promise<readonly Item[]> => {
      if (!(track.reads ?? []).some((known) => known.id === type.id)) {
        throw new TypeError(`track ${id} reads ${type.id}, which is not in its "reads"`);
      }
      if (track.samples !== undefined && !queue.drained)
        throw new TypeError(`track ${id} reads ${type.id} before its own samples ended`);
      const other = built.get(type.id) ?? (await running.get(type.id));
      if (other === undefined || 'error' in other) throw other?.error ?? new TypeError(`no track ${type.id}`);
      return other.items as readonly Item[];
    };
    const build = async (): Promise<BuiltTrack> => {
      try {
        const early = failed.get(id);
        if (early !== undefined) throw early;
        const items = await track.build({
          episode,
          options,
          scouted: track.scout ? scouted : [],
          signal,
          samples: queue.samples,
          decodedSeconds: () => decodedSeconds,
          read,
          recycle: pool.give,
          kept: (sha256) => store.bytes(sha256),
          keep: async (bytes) => {
            const sha256 = await store.keep(bytes);
            kept.get(id)?.add(sha256);
            return sha256;
          },
        });
        return { items: z.array(track.type.item).parse(items) };
      } catch (thrown) {
        return { error: asError(thrown) };
      } finally {
        queue.leave();
      }
    };
    const givenUp = new Promise<BuiltTrack>((resolve) => {
      giveUp.set(id, (error) => {
        queue.leave();
        resolve({ error });
      });
    });
    running.set(id, Promise.race([build(), givenUp]));
  }

  // A track may be stuck: cancelling does not wait for it.
  const onAbort = (): void => {
    for (const give of giveUp.values()) give(asError(signal.reason));
  };
  signal.addEventListener('abort', onAbort, { once: true });
  // Tracks that are made of other tracks alone need no picture.
  const derived = open.every(({ track }) => track.samples === undefined);
  const known = derived && record.success ? record.data : null;
  const decodeNow = (): Promise<DecodeRecord> =>
    decode(episode.input, mergeRequests(requests, episode.input.probe), {
      signal,
      pool,
      ...(settings.progress === undefined ? {} : { progress: settings.progress }),
      deliver({ track }, sample) {
        const room = queues.get(track)?.push(sample) ?? null;
        if (room === null) return null;
        const { elapsed, cancel } = after(trackStallLimit);
        const stalled = elapsed.then(() => {
          giveUp.get(track)?.(new Error(`took no sample for ${trackStallLimit} s`));
        });
        return Promise.race([room, stalled]).then(cancel);
      },
    });
  const decoded = await (known === null ? decodeNow() : Promise.resolve(known)).then(
    (value) => {
      decodedSeconds = value.seconds;
      for (const queue of queues.values()) queue.end();
      return value;
    },
    (error: unknown) => {
      for (const queue of queues.values()) queue.end(error);
      return asError(error);
    },
  );

  const finish = after(trackFinishLimit);
  void finish.elapsed.then(() => {
    for (const give of giveUp.values()) give(new Error(`not finished ${trackFinishLimit} s after the decode`));
  });
  try {
    for (const job of open) {
      const result = (await running.get(job.track.type.id)) as BuiltTrack;
      built.set(job.track.type.id, result);
      if ('items' in result && !(decoded instanceof Error)) {
        await store.put(job.key, { items: result.items, kept: [...(kept.get(job.track.type.id) ?? [])] });
      }
    }
  } finally {
    finish.cancel();
    signal.removeEventListener('abort', onAbort);
  }
  signal.throwIfAborted();
  if (decoded instanceof Error) throw decoded;
  await store.put(recordKey, decoded);
  return { tracks: built, decode: decoded, decoded: known === null };
}
