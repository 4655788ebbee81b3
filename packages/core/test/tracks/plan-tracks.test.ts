import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EnvironmentError } from '../../src/errors.ts';
import { defineTrack } from '../../src/tracks/define-track.ts';
import { planTracks, type ProvidedTrack } from '../../src/tracks/plan-tracks.ts';
import { defineTrackType } from '../../src/tracks/track-type.ts';
import type { Episode } from '../../src/work/series.ts';

const type = (id: string) => defineTrackType<unknown>(id, z.unknown());
const provided = (id: string, reads: readonly string[] = [], plugin = `plugin of ${id}`): ProvidedTrack => ({
  plugin,
  track: defineTrack<unknown, unknown>({
    type: type(id),
    version: 1,
    options: z.unknown(),
    reads: reads.map(type),
    build: async () => [],
  }),
});
const wanted = (...ids: readonly string[]) => ids.map((id) => ({ id, reader: `reader of ${id}` }));
const plan = (tracks: readonly ProvidedTrack[], ...ids: readonly string[]) =>
  planTracks(tracks, wanted(...ids)).map((track) => track.type.id);

describe('planTracks', () => {
  test.each<[string, readonly ProvidedTrack[], readonly string[], readonly string[]]>([
    ['nothing wanted', [provided('a')], [], []],
    ['only what is wanted', [provided('a'), provided('b')], ['b'], ['b']],
    [
      'a track comes after those it reads',
      [provided('a', ['b']), provided('b', ['c']), provided('c')],
      ['a'],
      ['c', 'b', 'a'],
    ],
    [
      'a track read by two is built once',
      [provided('a', ['c']), provided('b', ['c']), provided('c')],
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ],
    [
      'a diamond',
      [provided('a', ['b', 'c']), provided('b', ['d']), provided('c', ['d']), provided('d')],
      ['a'],
      ['d', 'b', 'c', 'a'],
    ],
  ])('%s', (_, tracks, ids, order) => {
    expect(plan(tracks, ...ids)).toEqual(order);
  });

  const replacing = (plugin: string, replaces: string): ProvidedTrack => {
    const { track } = provided('a', [], plugin);
    return { plugin, track: { ...track, replaces } };
  };

  test.each(['before', 'after'])('a track that replaces another stands %s it', (order) => {
    const both = [provided('a', [], 'one'), replacing('two', 'one')];
    const [track] = planTracks(order === 'after' ? both : both.toReversed(), wanted('a'));
    expect(track?.replaces).toBe('one');
  });

  test('what is stored of a track in the place of another is its own', () => {
    const basis = (plugin: string): unknown =>
      planTracks([provided('a', [], 'one'), replacing(plugin, 'one')], wanted('a'))[0]?.basis?.({} as Episode);
    expect(basis('two')).not.toEqual(basis('three'));
  });

  test.each<[string, readonly ProvidedTrack[], string, string, readonly string[]]>([
    [
      'a track that two plugins replace',
      [provided('a', [], 'one'), replacing('two', 'one'), replacing('three', 'one')],
      'a',
      'trackTwice',
      ['"a"', 'two', 'three'],
    ],
    [
      'a track that replaces one of another plugin',
      [provided('a', [], 'one'), replacing('two', 'nobody')],
      'a',
      'trackTwice',
      ['"a"', 'one', 'two'],
    ],
    ['an unknown track', [provided('a')], 'x', 'trackUnknown', ['x', 'reader of x']],
    ['an unknown track that another reads', [provided('a', ['x'])], 'a', 'trackUnknown', ['"x"', '"a"']],
    [
      'a track that two plugins provide',
      [provided('a', [], 'one'), provided('a', [], 'two')],
      'a',
      'trackTwice',
      ['"a"', 'one', 'two'],
    ],
    ['a track that reads itself', [provided('a', ['a'])], 'a', 'trackCycle', ['a → a']],
    ['a circle', [provided('a', ['b']), provided('b', ['c']), provided('c', ['b'])], 'a', 'trackCycle', ['b → c → b']],
  ])('%s is an error with names', (_, tracks, id, code, words) => {
    let thrown: unknown;
    try {
      plan(tracks, id);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(EnvironmentError);
    expect(thrown).toMatchObject({ code });
    for (const word of words) expect((thrown as Error).message).toContain(word);
  });
});
