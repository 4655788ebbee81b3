import type { Location } from '@shenpian/core';
import type { Geotag, PlaceMatch } from '@shenpian/plugin-place-evidence';
import { describe, expect, it } from 'vitest';
import { localSceneRatioOptionsSchema } from '../src/options.ts';
import { estimateRatio } from '../src/ratio-model.ts';
import { ratioInput, surveySeries, withAnswers } from '../src/survey.ts';
import {
  makeCue,
  makeEpisode,
  makeLocation,
  makeScript,
  makeSeries,
  makeShots,
  runChecker,
} from './handmade-series.ts';

const photo = (name: string) => ({ path: `evidence/${name}`, file: `/evidence/${name}`, sha256: name, bytes: 1 });
const park: Location = { ...makeLocation('凤湖公园', '平原示范区', ['1-1']), photos: [photo('park.jpg')] };
const office: Location = { ...makeLocation('金水写字楼', '郑州市金水区', ['1-2']), photos: [photo('office.jpg')] };
const script = makeScript([
  ['1-1', '湖边', ['你怎么才来', '路上车坏了']],
  ['1-2', '公司', ['合同签好了吗', '明天就签字']],
  ['1-3', '老宅', ['这门锁了多少年', '钥匙在我这里']],
]);
const shots = makeShots(4, 4, 4);
const said = ['你怎么才来', '合同签好了吗', '这门锁了多少年'];
const tracks = {
  shots,
  cues: shots.map(({ start, end }, i) => makeCue(start + 0.3, end - 0.3, said[i]!)),
};
const series = makeSeries({ episodes: [makeEpisode(1, 12)], scripts: [script], locations: [park, office] });

const match = (shot: number, name: string, location: string, more: Partial<PlaceMatch> = {}): PlaceMatch => {
  const { start, end } = shots[shot]!;
  const { path, sha256 } = photo(name);
  const frames = [start + 1, start + 2].map((time) => ({ time, sha256: `${time}`, inliers: 20 }));
  return {
    start,
    end,
    location,
    photo: { path, sha256 },
    frames,
    inliers: 20,
    scale: 1,
    proof: true,
    copy: false,
    ...more,
  };
};
const tag = (name: string, location: string, more: Partial<Geotag>): Geotag => ({
  start: 0,
  end: 0,
  source: 'photo',
  location,
  path: `evidence/${name}`,
  sha256: name,
  point: [113.69, 34.98],
  taken: null,
  inside: null,
  problem: null,
  detail: '',
  sketch: null,
  ...more,
});

const survey = (matches: readonly PlaceMatch[], geotags: readonly Geotag[], locations = series.locations) =>
  surveySeries(
    { ...series, locations },
    series.episodes,
    () => ({ ...tracks, looks: [], screenTexts: [], matches, geotags }),
    localSceneRatioOptionsSchema.parse({}),
  );
const beside = (kind: string, ...given: Parameters<typeof survey>) =>
  survey(...given)
    .evidence.filter((piece) => piece.kind === kind)
    .map(({ about, local }) => ({ about, local }));
const lake = { cluster: '1-1 湖边 #1' };

describe('a photo match', () => {
  const found = match(0, 'park.jpg', '凤湖公园');

  it('speaks for the side on which the photo itself was taken', () => {
    expect(beside('photo-match', [found], [tag('park.jpg', '凤湖公园', { inside: true })])).toEqual([
      { about: lake, local: true },
    ]);
    expect(beside('photo-match', [found], [tag('park.jpg', '凤湖公园', { inside: false })])).toEqual([
      { about: lake, local: false },
    ]);
  });

  it('says nothing of the side without coordinates or boundary, whatever the table calls the place', () => {
    expect(beside('photo-match', [found], [])).toEqual([]);
    expect(beside('photo-match', [found], [tag('park.jpg', '凤湖公园', {})])).toEqual([]);
    expect(survey([found], []).ties.map(({ cluster, location }) => [cluster.id, location.name])).toEqual([
      ['1-1 湖边 #1', '凤湖公园'],
    ]);
  });

  it('proves nothing when the photo is a frame of the film, here or elsewhere', () => {
    const copied = match(1, 'park.jpg', '凤湖公园', { proof: false, copy: true });
    const given = [[found, copied], [tag('park.jpg', '凤湖公园', { inside: true })]] as const;
    expect(beside('photo-match', ...given)).toEqual([]);
    expect(survey(...given).ties).toEqual([]);
  });

  it('brings a scene that the table leaves out under the claim of its location, in the estimate alone', async () => {
    const tied = match(2, 'park.jpg', '凤湖公园');
    const before = survey([], []).clusters[2]!;
    const after = survey([tied], []).clusters[2]!;
    expect([before.location, after.location]).toEqual(['place 老宅', 'location 凤湖公园']);
    const chance = (given: ReturnType<typeof survey>): number =>
      estimateRatio(ratioInput(withAnswers(given, []), 0.6)).chances.get(after.id)!;
    expect(chance(survey([tied], []))).toBeGreaterThan(chance(survey([], [])));
    const bounds = async (matches: readonly PlaceMatch[]) =>
      (await runChecker(series, { 1: { ...tracks, matches } })).facts['local-scene-ratio'];
    expect(await bounds([tied])).toEqual(await bounds([]));
  });

  it('of a place on the other side contradicts the table, with the photo', async () => {
    const { findings } = await runChecker(series, { 1: { ...tracks, matches: [match(1, 'park.jpg', '凤湖公园')] } });
    const contradictions = findings.filter(({ messageId }) => messageId === 'photoContradictsTable');
    expect(contradictions).toMatchObject([
      { level: 'warning', at: { episode: 1, start: 4, end: 8 }, evidence: [{ path: 'evidence/park.jpg' }] },
    ]);
    const right = await runChecker(series, { 1: { ...tracks, matches: [found] } });
    expect(right.findings.map(({ messageId }) => messageId)).not.toContain('photoContradictsTable');
  });
});

describe('coordinates', () => {
  const about = { location: 'location 凤湖公园' };

  it('of a photo from outside speak against its location; from inside they do not show what was filmed there', () => {
    expect(beside('gps', [], [tag('park.jpg', '凤湖公园', { inside: false })])).toEqual([{ about, local: false }]);
    expect(beside('gps', [], [tag('park.jpg', '凤湖公园', { inside: true })])).toEqual([]);
  });

  it('of raw footage speak for both sides', () => {
    for (const inside of [true, false]) {
      const raw = tag('raw.mov', '凤湖公园', { source: 'footage', inside });
      expect(beside('gps', [], [raw])).toEqual([{ about, local: inside }]);
    }
  });

  it('that belong to no location, or without a boundary, say nothing', () => {
    expect(
      beside('gps', [], [tag('raw.mov', '凤湖公园', { source: 'footage', location: null, inside: true })]),
    ).toEqual([]);
    expect(beside('gps', [], [tag('raw.mov', '凤湖公园', { source: 'footage' })])).toEqual([]);
  });
});
