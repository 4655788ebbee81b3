import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Sample } from '../../src/media/sample.ts';
import { buildTracks, type BuildSettings } from '../../src/tracks/build-tracks.ts';
import { defineTrack, type TrackContext, type TrackDefinition } from '../../src/tracks/define-track.ts';
import { stills } from '../../src/tracks/stills-track.ts';
import { openTrackStore } from '../../src/tracks/track-store.ts';
import { defineTrackType } from '../../src/tracks/track-type.ts';
import { episodeOf, made, temporaryFolder } from '../made-episodes.ts';

const folder = await temporaryFolder();
const episode = await episodeOf(await made(folder, 'plain.mp4'));
let count = 0;
const storeFolder = () => join(folder, `store-${++count}`);

// oxlint-disable-next-line typescript/no-explicit-any -- a list of tracks of different items
type Any = TrackDefinition<any, any>;
const numbers = (id: string) => defineTrackType(id, z.number());
const optional = z.strictObject({ rate: z.number().default(5) });
type Context = TrackContext<z.output<typeof optional>>;

async function all(samples: AsyncIterable<Sample>): Promise<Sample[]> {
  const list: Sample[] = [];
  for await (const sample of samples) list.push(sample);
  return list;
}

/** A track of frame times; `change` replaces what a case is about. */
function track(id: string, change: Partial<TrackDefinition<number, z.output<typeof optional>>> = {}): Any {
  return defineTrack({
    type: numbers(id),
    version: 1,
    options: optional,
    samples: ({ options }) => ({ frames: { kind: 'luma', width: 64, rate: options.rate } }),
    build: async ({ samples }: Context) => (await all(samples)).map(({ time }) => time),
    ...change,
  });
}

const build = (tracks: readonly Any[], at: string, change: Partial<BuildSettings> = {}) =>
  buildTracks(episode, tracks, {
    store: openTrackStore(at),
    options: {},
    signal: new AbortController().signal,
    ...change,
  });

type Built = Awaited<ReturnType<typeof build>>;
const itemsOf = (built: Built, id: string) => {
  const each = built.tracks.get(id);
  return each !== undefined && 'items' in each ? each.items : null;
};
const errorOf = (built: Built, id: string) => {
  const each = built.tracks.get(id);
  return each !== undefined && 'error' in each ? each.error.message : null;
};

describe('buildTracks', () => {
  test('what a track prepares begins before the scout, and its failure is not the track’s', async () => {
    const order: string[] = [];
    const at = storeFolder();
    const eager = track('eager', {
      scout: { count: 2, width: 64 },
      prepare: ({ rate }) => {
        order.push(`prepare ${rate}`);
        throw new Error('later');
      },
      samples: ({ scouted, options }) => {
        order.push(`samples ${scouted.length}`);
        return { frames: { kind: 'luma', width: 64, rate: options.rate } };
      },
    });
    expect(itemsOf(await build([eager], at), 'eager')?.length).toBeGreaterThan(0);
    expect(order).toEqual(['prepare 5', 'samples 2']);
    await build([eager], at);
    expect(order).toHaveLength(2);
  });
  test('a track with another basis is built again, what it reads is not', async () => {
    const at = storeFolder();
    const first = track('first');
    const second = (basis: string) =>
      track('second', {
        samples: undefined as never,
        reads: [first.type],
        basis: () => basis,
        build: async ({ read }: Context) => (await read(first.type)) as number[],
      });
    await build([first, second('a')], at);
    expect((await build([first, second('a')], at)).decoded).toBe(false);
    let builds = 0;
    const counted = track('first', {
      build: async () => {
        builds += 1;
        return [];
      },
    });
    const again = await build([counted, second('b')], at);
    expect([builds, again.decoded]).toEqual([0, false]);
    expect(itemsOf(again, 'second')).toEqual(itemsOf(again, 'first'));
  });

  test('a track takes the options of another', async () => {
    const own = track('own');
    const other = track('other', { optionsOf: own.type });
    const built = await build([own, other], storeFolder(), {
      options: { own: { rate: 1 }, other: { rate: 'never read' } },
    });
    expect(itemsOf(built, 'other')).toEqual(itemsOf(built, 'own'));
  });

  test('several tracks, one decode', async () => {
    const read = track('reader', {
      reads: [numbers('times')],
      build: async ({ samples, read: readTrack, decodedSeconds }) => {
        await all(samples);
        const others = await readTrack(numbers('times'));
        return [others.length, Math.round(decodedSeconds())];
      },
    });
    const without = track('without', {
      reads: [numbers('reader')],
      samples: () => ({}),
      build: async ({ samples, read: readTrack }) => {
        await all(samples);
        return [...(await readTrack(numbers('reader'))), 1];
      },
    });
    const built = await build([track('times'), read, without], storeFolder());
    expect(built.decoded).toBe(true);
    expect(built.decode).toMatchObject({ frames: 100, complete: true });
    expect(itemsOf(built, 'times')).toHaveLength(20);
    expect(itemsOf(built, 'reader')).toEqual([20, 4]);
    expect(itemsOf(built, 'without')).toEqual([20, 4, 1]);
  });

  test('a track that asks for no samples and reads another', async () => {
    const sum = defineTrack({
      type: numbers('sum'),
      version: 1,
      options: z.unknown(),
      reads: [numbers('times')],
      build: async ({ read }) => [(await read(numbers('times'))).length],
    });
    const at = storeFolder();
    expect(itemsOf(await build([track('times'), sum as Any], at), 'sum')).toEqual([20]);
    const again = await build([track('times'), { ...sum, version: 2 } as Any], at);
    expect(itemsOf(again, 'sum')).toEqual([20]);
  });

  test('pictures are kept in the store', async () => {
    const at = storeFolder();
    const built = await build([stills as Any], at);
    const items = itemsOf(built, 'stills') as { time: number; sha256: string }[];
    expect(items.map(({ time }) => time)).toEqual([0, 1, 2, 3]);
    for (const { sha256 } of items)
      expect((await openTrackStore(at).bytes(sha256))?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  test('pictures that were found damaged are made again', async () => {
    const at = storeFolder();
    const first = await build([stills as Any], at);
    expect((await build([stills as Any], at)).decoded).toBe(false);
    await spoil(at, (content) => content[0] === 0xff && content[1] === 0xd8);
    const [lost] = itemsOf(first, 'stills') as { sha256: string }[];
    expect(await openTrackStore(at).bytes(lost?.sha256 ?? '')).toBeNull();
    const built = await build([stills as Any], at);
    expect(built.decoded).toBe(true);
    expect(await openTrackStore(at).bytes(lost?.sha256 ?? '')).not.toBeNull();
  });

  test('pictures that were removed are made again', async () => {
    const at = storeFolder();
    await build([stills as Any], at);
    await remove(at, (content) => content[0] === 0xff && content[1] === 0xd8);
    const built = await build([stills as Any], at);
    for (const { sha256 } of itemsOf(built, 'stills') as { sha256: string }[]) {
      expect(await openTrackStore(at).bytes(sha256)).not.toBeNull();
    }
  });

  test.each<[string, () => [Any, Partial<BuildSettings>?], boolean]>([
    ['the same', () => [track('times')], false],
    ['the same options, written out', () => [track('times'), { options: { times: { rate: 5 } } }], false],
    ['options of another track', () => [track('times'), { options: { other: { rate: 3 } } }], false],
    ['another option', () => [track('times'), { options: { times: { rate: 10 } } }], true],
    ['another version', () => [track('times', { version: 2 })], true],
    ['another id', () => [track('others')], true],
  ])('%s a second time: decoded again is %3$s', async (_, second, decoded) => {
    const at = storeFolder();
    const first = await build([track('times')], at);
    const [again, change] = second();
    const built = await build([again], at, change);
    expect([first.decoded, built.decoded]).toEqual([true, decoded]);
    expect(built.decode).toEqual(first.decode);
    if (!decoded) expect(itemsOf(built, 'times')).toEqual(itemsOf(first, 'times'));
  });

  test('a new version of a track builds those that read it again', async () => {
    const at = storeFolder();
    const runs: string[] = [];
    const reader = track('reader', {
      reads: [numbers('times')],
      build: async ({ samples }) => {
        runs.push('reader');
        await all(samples);
        return [];
      },
    });
    await build([track('times'), reader], at);
    await build([track('times'), reader], at);
    await build([track('times', { version: 2 }), reader], at);
    expect(runs).toHaveLength(2);
  });

  test('another file of the same name decodes', async () => {
    const at = storeFolder();
    await build([track('times')], at);
    const other = { ...episode, input: { ...episode.input, sha256: 'f'.repeat(64) } };
    const built = await buildTracks(other, [track('times')], {
      store: openTrackStore(at),
      options: {},
      signal: new AbortController().signal,
    });
    expect(built.decoded).toBe(true);
  });

  test('a damaged entry is built again, once', async () => {
    const at = storeFolder();
    const first = await build([track('times')], at);
    expect(await spoil(at, () => true)).toBeGreaterThan(0);
    const repaired = await build([track('times')], at);
    expect(repaired.decoded).toBe(true);
    expect(itemsOf(repaired, 'times')).toEqual(itemsOf(first, 'times'));
    expect((await build([track('times')], at)).decoded).toBe(false);
  });

  test('a stored track that no longer fits its schema is built again', async () => {
    const at = storeFolder();
    await build([track('times')], at);
    const stricter = track('times', {
      type: defineTrackType('times', z.number().max(1)),
      build: async ({ samples }) => (await all(samples)).slice(0, 2).map(({ time }) => time),
    });
    const built = await build([stricter], at);
    expect([built.decoded, itemsOf(built, 'times')]).toEqual([true, [0, 0.2]]);
  });

  test.each<[string, Any, string]>([
    ['throws at once', track('bad', { build: async () => Promise.reject(new Error('no luck')) }), 'no luck'],
    [
      'throws in the middle',
      track('bad', {
        build: async ({ samples }) => {
          for await (const { time } of samples) if (time > 1) throw new Error('half way');
          return [];
        },
      }),
      'half way',
    ],
    ['throws something that is no error', track('bad', { build: () => Promise.reject('text') }), 'text'],
    [
      'throws without a promise',
      track('bad', {
        build: () => {
          throw new Error('at once');
        },
      }),
      'at once',
    ],
    [
      'cannot say what it wants',
      track('bad', {
        samples: () => {
          throw new Error('no plan');
        },
      }),
      'no plan',
    ],
    [
      'cannot say what it wants, later',
      track('bad', { samples: () => Promise.reject(new Error('no plan')) }),
      'no plan',
    ],
    [
      'gives items of another shape',
      track('bad', { build: async () => ['a'] as unknown as number[] }),
      'expected number',
    ],
    ['gives no list', track('bad', { build: async () => undefined as unknown as number[] }), 'expected array'],
    [
      'reads what it did not name',
      track('bad', {
        build: async ({ samples, read }) => [...(await all(samples)).map(() => 1), ...(await read(numbers('times')))],
      }),
      'not in its "reads"',
    ],
    [
      'reads before its samples ended',
      track('bad', { reads: [numbers('times')], build: async ({ read }) => [...(await read(numbers('times')))] }),
      'before its own samples ended',
    ],
  ])('a track that %s does not hurt the others, and is tried again', async (_, bad, message) => {
    const at = storeFolder();
    const built = await build([track('times'), bad, track('after')], at);
    expect(errorOf(built, 'bad')).toContain(message);
    expect([itemsOf(built, 'times')?.length, itemsOf(built, 'after')?.length]).toEqual([20, 20]);
    const again = await build([track('times'), bad, track('after')], at);
    expect(again.decoded).toBe(true);
    expect(errorOf(again, 'bad')).toContain(message);
  });

  test('who reads a track that failed fails with its reason', async () => {
    const bad = track('bad', { build: async () => Promise.reject(new Error('no luck')) });
    const reader = track('reader', {
      reads: [numbers('bad')],
      build: async ({ samples, read }) => {
        await all(samples);
        return [...(await read(numbers('bad')))];
      },
    });
    expect(errorOf(await build([bad, reader], storeFolder()), 'reader')).toBe('no luck');
  });

  test('a track that leaves early does not hold the others', async () => {
    const everything = {
      frames: { kind: 'band', region: { x: 0, y: 0, width: 1, height: 1 }, rate: 25, format: 'rgb' },
    } as const;
    const early = track('early', {
      samples: () => everything,
      build: async ({ samples }) => {
        for await (const { time } of samples) return [time];
        return [];
      },
    });
    const never = track('never', { samples: () => everything, build: async () => [] });
    const built = await build([early, never, track('times', { samples: () => everything })], storeFolder());
    expect([itemsOf(built, 'early'), itemsOf(built, 'never'), itemsOf(built, 'times')?.length]).toEqual([[0], [], 100]);
  });

  test('scouted pictures go to who asked, as many as the most modest reader can expect', async () => {
    const seen: Record<string, number> = {};
    const scouting = (id: string, change: Partial<TrackDefinition<number, z.output<typeof optional>>>) =>
      track(id, {
        ...change,
        samples: ({ scouted }) => {
          seen[id] = scouted.length;
          return {};
        },
      });
    await build(
      [
        scouting('two', { scout: { count: 2, width: 32 } }),
        scouting('three', { scout: { count: 3, width: 64 } }),
        scouting('none', {}),
      ],
      storeFolder(),
    );
    expect(seen).toEqual({ two: 3, three: 3, none: 0 });
  });

  test('options that are not valid are an error before anything is decoded', async () => {
    await expect(build([track('times')], storeFolder(), { options: { times: { rat: 5 } } })).rejects.toMatchObject({
      code: 'optionsInvalid',
    });
  });

  test.each<[string, (wait: Promise<void>) => Any]>([
    [
      'never takes a sample',
      (wait) =>
        track('stuck', {
          samples: () => ({
            frames: { kind: 'band', region: { x: 0, y: 0, width: 1, height: 1 }, rate: 25, format: 'rgb' },
          }),
          build: async () => wait.then(() => []),
        }),
    ],
    [
      'never finishes',
      (wait) =>
        track('stuck', {
          build: async ({ samples }) =>
            all(samples)
              .then(() => wait)
              .then(() => []),
        }),
    ],
  ])(
    'cancelling while a track %s comes back at once, and nothing is stored',
    async (_, stuck) => {
      const at = storeFolder();
      const controller = new AbortController();
      const reason = new Error('enough');
      const running = build([track('times'), stuck(new Promise<void>(() => undefined))], at, {
        signal: controller.signal,
        progress: () => setTimeout(() => controller.abort(reason), 300),
      });
      await expect(running).rejects.toBe(reason);
      expect((await build([track('times')], at)).decoded).toBe(true);
    },
    20_000,
  );

  test('a file that cannot be decoded is an error for all, and nothing is stored', async () => {
    const gone = { ...episode, input: { ...episode.input, file: join(folder, 'gone.mp4') } };
    const at = storeFolder();
    const settings = { store: openTrackStore(at), options: {}, signal: new AbortController().signal };
    await expect(buildTracks(gone, [track('times')], settings)).rejects.toMatchObject({ code: 'decodeFailed' });
    expect((await build([track('times')], at)).decoded).toBe(true);
  });
});

/** Does something to the content files that `choose` names; gives their number. */
async function eachContent(
  at: string,
  choose: (content: Buffer) => boolean,
  act: (file: string) => Promise<void>,
): Promise<number> {
  const entries = await readdir(join(at, 'content-v2'), { recursive: true, withFileTypes: true });
  let touched = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    if (!choose(await readFile(file))) continue;
    await act(file);
    touched += 1;
  }
  return touched;
}
const spoil = (at: string, choose: (content: Buffer) => boolean) =>
  eachContent(at, choose, (file) => writeFile(file, 'spoiled'));
const remove = (at: string, choose: (content: Buffer) => boolean) => eachContent(at, choose, (file) => rm(file));
