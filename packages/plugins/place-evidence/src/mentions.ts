import type { Cue, Episode, Location, ScreenText, TimeRange } from '@shenpian/core';
import type { Gazetteer, GazetteerEntry } from './gazetteer/gazetteer.ts';
import { nameSearch, type NameSearch, type TextSource } from './gazetteer/name-search.ts';

/** A place or a culture element that an episode shows in writing or says. */
export interface Mention extends TimeRange {
  readonly episode: number;
  readonly entry: GazetteerEntry;
  readonly source: TextSource;
  /** The text that it stands in, as read. */
  readonly text: string;
  /** Whether it stands there to the letter. */
  readonly exact: boolean;
  /** The reader's confidence, 0–1; lowered to 0.7 of it for a name with a wrong character. */
  readonly confidence: number;
}

/** Source key of the names that the submission's own table gives. */
export const manifestSource = 'drama.yaml';

/** The names to look for: those of gazetteers, the zone itself, and the locations of the submission that none of them knows. */
export function searchFor(gazetteers: readonly Gazetteer[], locations: readonly Location[]): NameSearch {
  const known = gazetteers.flatMap(({ zone, entries }) => [
    ...(zone === undefined ? [] : [zoneEntry(zone)]),
    ...entries,
  ]);
  const names = new Set(known.flatMap(({ name, aliases }) => [name, ...aliases]));
  const own = locations
    .filter(({ name }) => name.length >= 2 && !names.has(name))
    .map(({ name }) => ({ ...noMore, name, kind: 'location' as const, source: manifestSource }));
  return nameSearch([...known, ...own]);
}

const noMore = { aliases: [], misreadings: [], except: [] };

function zoneEntry({ name, aliases, source }: NonNullable<Gazetteer['zone']>): GazetteerEntry {
  return { ...noMore, name, aliases, source, kind: 'township' };
}

/** A name with a wrong character is likely, not certain. */
const doubt = 0.7;

/** Everything named in an episode: signs, captions and titles first, then what is said. */
export function mentionsIn(
  episode: Episode,
  { signs, cues }: { readonly signs: readonly ScreenText[]; readonly cues: readonly Cue[] },
  search: NameSearch,
): readonly Mention[] {
  const spoken = cues.length > 0 ? cues : (episode.subtitles?.cues ?? []).map((cue) => ({ ...cue, confidence: 1 }));
  const texts = [
    ...signs.map((sign) => ({ ...sign, source: 'sign' as const })),
    ...spoken.map((cue) => ({ ...cue, source: 'dialogue' as const })),
  ];
  return texts.flatMap(({ start, end, text, confidence, source }) =>
    search.find(text, source).map(({ entry, exact }) => ({
      episode: episode.number,
      start,
      end,
      entry,
      source,
      text,
      exact,
      confidence: exact ? confidence : confidence * doubt,
    })),
  );
}
