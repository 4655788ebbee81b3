import type { Localized } from '../findings/message.ts';
import type { TimeRange } from '../time/range.ts';
import type { DataTable } from './data-table.ts';
import type { IndustryEvent } from './event.ts';
import type { Input, VideoInput } from './input.ts';
import type { Script } from './script.ts';

/** Timed text from a subtitle file or an embedded text stream. */
export interface SidecarCue extends TimeRange {
  readonly text: string;
}

/**
 * Subtitles of one episode that come as text: a file beside the video, or a text stream inside it. For an embedded stream
 * `path`, `file`, `sha256` and `bytes` are those of the video.
 */
export interface SidecarSubtitles extends Input {
  readonly source: 'sidecar' | 'embedded';
  /** In order of start. */
  readonly cues: readonly SidecarCue[];
}

/** Words that are likely to be said in an episode: what was read badly can be put right by them. */
export interface Vocabulary {
  /** People and places, from the manifest and the scripts. */
  readonly names: readonly string[];
  /** Dialogue of the episode as the script has it, in order, without speakers and stage directions. */
  readonly lines: readonly string[];
}

/** One video of the series 集. */
export interface Episode {
  readonly number: number;
  readonly title: string | null;
  readonly input: VideoInput;
  /** Left out when nothing is known. */
  readonly vocabulary?: Vocabulary;
  /** Where the series was shot, as the producer claims it: the same list for all episodes. Left out when nothing is known. */
  readonly locations?: readonly Location[];
  /** What was handed in for the series: the same list for all episodes. Left out when nothing is known. */
  readonly documents?: readonly EvidenceDocument[];
  /** null when this episode has neither a sidecar file nor a text stream in its video. */
  readonly subtitles: SidecarSubtitles | null;
}

/** A real place where the series was shot 取景地, as the producer claims it. */
export interface Location {
  readonly name: string;
  /** As the manifest writes it, such as 平原示范区; null when the manifest does not say. */
  readonly district: string | null;
  /** `[longitude, latitude]`, WGS-84 degrees. */
  readonly point: readonly [number, number] | null;
  readonly photos: readonly Input[];
  /** Script scene ids and patterns: `1-1`, `2-*`. */
  readonly scenes: readonly string[];
}

/** The kinds of micro-drama that rules distinguish. */
export const seriesKinds = ['live-action', 'animation', 'ai', 'interactive'] as const;

/** What people call the {@link seriesKinds}. */
export const seriesKindWords = {
  'live-action': { 'zh-CN': '真人微短剧', en: 'live action' },
  animation: { 'zh-CN': '动画微短剧', en: 'animation' },
  ai: { 'zh-CN': 'AI 微短剧', en: 'AI-made' },
  interactive: { 'zh-CN': '互动微短剧', en: 'interactive' },
} as const satisfies Readonly<Record<(typeof seriesKinds)[number], Localized>>;
/** See {@link seriesKinds}. */
export type SeriesKind = (typeof seriesKinds)[number];

/** A document handed in for a clause. */
export interface EvidenceDocument extends Input {
  /** What it proves: an evidence type of a policy pack, such as `nrta-selection`. */
  readonly type: string;
  /** ISO date of issue; null when not given. */
  readonly issued: string | null;
}

/** A whole submission after ingest 剧: what checkers see. Plain data, safe to post to a worker. */
export interface Series {
  readonly title: string;
  readonly producer: { readonly name: string | null; readonly licence: string | null };
  readonly kind: SeriesKind;
  /** What the story is mainly about 题材, as the producer states it; empty: an ordinary subject. Left out when not given. */
  readonly subjects?: readonly string[];
  /** RMB; null when not given. */
  readonly investment: number | null;
  /** RMB: production cost, pay of all actors, pay of the leading actors among it. Left out when not given. */
  readonly costs?: { readonly total?: number; readonly actors?: number; readonly leads?: number };
  /** In order of `number`. */
  readonly episodes: readonly Episode[];
  /** Numbers up to the last that no file has; left out when the numbering says nothing. */
  readonly missingEpisodes?: readonly number[];
  readonly scripts: readonly Script[];
  readonly locations: readonly Location[];
  readonly filing: {
    readonly date: string | null;
    readonly number: string | null;
    /** The class it was filed as, such as 一类 or 重点. Left out when not given. */
    readonly tier?: string;
  };
  /** Clause ids applied for. */
  readonly claims: readonly string[];
  readonly evidence: readonly EvidenceDocument[];
  readonly release: {
    readonly platforms: readonly string[];
    /** Whether a platform recruits advertisers with it or recommends it on a first screen. Left out when not given. */
    readonly recommended?: boolean;
    /** Shared revenue of one year, RMB. Left out when not given. */
    readonly revenue?: number;
  };
  /** The event that support is applied for; null when there is none. */
  readonly event: IndustryEvent | null;
  /** Tables handed in: data of the release, ledgers. Only checkers of scope `series` get them. */
  readonly tables: readonly DataTable[];
}

/** A live-action series with nothing in it: the starting point for tests and for texts outside a submission. */
export const emptySeries: Series = {
  title: '',
  producer: { name: null, licence: null },
  kind: 'live-action',
  investment: null,
  episodes: [],
  scripts: [],
  locations: [],
  filing: { date: null, number: null },
  claims: [],
  evidence: [],
  release: { platforms: [] },
  event: null,
  tables: [],
};
