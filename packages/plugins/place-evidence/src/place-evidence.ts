import {
  cuesTrack,
  defineChecker,
  duration,
  screenTextTrack,
  type CheckerContext,
  type Fact,
  type Localized,
} from '@shenpian/core';
import { copiedPhotos } from './evidence-item.ts';
import { pingyuanGazetteer } from './gazetteer/load-gazetteer.ts';
import { geotagFindings } from './geotag-findings.ts';
import { geotagsTrack } from './geotags-track.ts';
import { mentionsIn, searchFor, type Mention } from './mentions.ts';
import { messages } from './messages.ts';
import { placeEvidenceOptionsSchema, type PlaceEvidenceOptions } from './options.ts';
import { photoFindings } from './photo-findings.ts';
import { placeMatchesTrack, type PlaceMatch } from './place-matches-track.ts';
import { mentionFindings } from './mention-findings.ts';

/** What the parts of the checker see. */
export type PlaceContext = CheckerContext<PlaceEvidenceOptions, keyof typeof messages>;

/**
 * States what pictures, coordinates and texts say about where a series was shot, and what about that evidence cannot be
 * right. A match proves; no match proves nothing.
 */
export const placeEvidence = defineChecker({
  id: 'place-evidence',
  title: { 'zh-CN': '取景证据', en: 'Evidence of places' },
  version: 1,
  scope: 'series',
  reads: [placeMatchesTrack, geotagsTrack, screenTextTrack, cuesTrack],
  options: placeEvidenceOptionsSchema,
  messages,
  facts: {
    'photo-proven-seconds': {
      label: { 'zh-CN': '有照片印证取景地的镜头时长', en: 'Running time whose place a photo proves' },
      unit: 'seconds',
    },
    'photo-proven-locations': {
      label: { 'zh-CN': '有照片印证的取景地', en: 'Locations that photos prove' },
      unit: 'list',
    },
    'local-names-seen': {
      label: { 'zh-CN': '画面文字中的本地地名与文化元素', en: 'Local names and culture elements in writing on screen' },
      unit: 'list',
    },
    'local-names-said': {
      label: { 'zh-CN': '台词中的本地地名与文化元素', en: 'Local names and culture elements in dialogue' },
      unit: 'list',
    },
    'culture-element-count': {
      label: {
        'zh-CN': '画面或台词中出现的本地地标与文化元素（个）',
        en: 'Local landmarks and culture elements seen in writing or said',
      },
      unit: 'count',
    },
  },
  check(context) {
    const { series, episodes, options, read, fact } = context;
    const gazetteers = [...(options.starter ? [pingyuanGazetteer()] : []), ...options.gazetteers];
    const search = searchFor(gazetteers, series.locations);
    const matches = new Map(episodes.map((episode) => [episode.number, read(placeMatchesTrack, episode)]));
    const mentions = episodes.flatMap((episode) =>
      mentionsIn(episode, { signs: read(screenTextTrack, episode), cues: read(cuesTrack, episode) }, search),
    );
    photoFindings(context, matches);
    // Every episode has the same items.
    geotagFindings(context, episodes[0] === undefined ? [] : read(geotagsTrack, episodes[0]), gazetteers);
    mentionFindings(context, mentions);

    const proven = provenMatches(matches);
    if (series.locations.every(({ photos }) => photos.length === 0)) {
      fact('photo-proven-seconds', noPhotos);
      fact('photo-proven-locations', noPhotos);
    } else {
      fact('photo-proven-seconds', { value: round(secondsOf(proven)) });
      fact('photo-proven-locations', { value: [...new Set(proven.map(({ location }) => location))] });
    }
    fact('local-names-seen', { value: namesOf(mentions, 'sign') });
    fact('local-names-said', { value: namesOf(mentions, 'dialogue') });
    fact('culture-element-count', elementsFact(mentions));
  },
});

/** How many landmarks and culture elements of the gazetteers are named: certainly, and with names that have a misread character. */
function elementsFact(mentions: readonly Mention[]): Fact {
  const elements = mentions.filter(({ entry: { kind } }) => kind === 'landmark' || kind === 'culture');
  const namedIn = (some: readonly Mention[]): number => new Set(some.map(({ entry }) => entry.name)).size;
  const [low, high] = [namedIn(elements.filter(({ exact }) => exact)), namedIn(elements)];
  return low === high ? { value: low } : { low, high, coverage: 1 };
}

const localizedUnknown = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

const noPhotos: Fact = {
  unknown: {
    reason: localizedUnknown('没有提供取景地照片', 'no photos of locations were handed in'),
    wouldSettle: localizedUnknown(
      '在 drama.yaml 的 locations[].photos 提供在当地拍摄的照片',
      'photos taken there, as locations[].photos in drama.yaml',
    ),
  },
};

/** Matches that prove, without those of photos that are frames of the film. */
function provenMatches(matches: ReadonlyMap<number, readonly PlaceMatch[]>) {
  const copies = copiedPhotos(matches);
  return [...matches].flatMap(([episode, items]) =>
    items.filter(({ proof, photo }) => proof && !copies.has(photo.sha256)).map((match) => ({ episode, ...match })),
  );
}

/** A shot that several photos prove counts once. */
function secondsOf(matches: readonly (PlaceMatch & { readonly episode: number })[]): number {
  const shots = new Map(matches.map((match) => [`${match.episode} ${match.start}`, duration(match)]));
  return [...shots.values()].reduce((sum, seconds) => sum + seconds, 0);
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;

function namesOf(mentions: readonly Mention[], wanted: Mention['source']): string[] {
  return [...new Set(mentions.filter(({ source }) => source === wanted).map(({ entry }) => entry.name))];
}
