import type { Cue, Episode, ScreenText, SidecarCue, TimeRange } from '@shenpian/core';
import type { PictureReading } from './matcher/disguise-finder.ts';
import type { ScreenedLine } from './screening/screen-text.ts';
import type { TermHit } from './screening/term-hit.ts';

/** A text of an episode with its time: a burned-in cue, a cue of the subtitle file or embedded track, or other text on screen. */
export interface TimedText extends TimeRange {
  readonly source: 'cue' | 'sidecar' | 'screen';
  readonly text: string;
  /** 0–1, of the reading; text that was handed in is certain. */
  readonly confidence: number;
  /** What the reader of the picture was not sure of; null for text that was handed in. */
  readonly reading: PictureReading | null;
}

/** All timed texts of an episode, those that people see first. */
export function timedTexts(episode: Episode, cues: readonly Cue[], screenTexts: readonly ScreenText[]): TimedText[] {
  const sidecar: readonly SidecarCue[] = episode.subtitles?.cues ?? [];
  return [
    ...cues.map((cue) => timed('cue', cue, { confidence: cue.confidence, reading: { doubtful: cue.doubtful ?? [] } })),
    ...sidecar.map((cue) => timed('sidecar', cue, { confidence: 1, reading: null })),
    ...screenTexts.map((text) => timed('screen', text, { confidence: text.confidence, reading: { doubtful: [] } })),
  ];
}

function timed(
  source: TimedText['source'],
  { start, end, text }: TimeRange & { readonly text: string },
  read: Pick<TimedText, 'confidence' | 'reading'>,
): TimedText {
  return { source, start, end, text, ...read };
}

// A pause longer than this between two subtitles begins a new sentence; chosen by us.
const longestPause = 1;

/** Whether a text that is shown at `next` may go on with the sentence of one that is shown at `time`. */
export function followsAtOnce(time: TimeRange, next: TimeRange): boolean {
  return next.start > time.start && next.start >= time.end - longestPause && next.start <= time.end + longestPause;
}

/** A line of a timed text. */
export interface TimedLine extends ScreenedLine {
  readonly from: TimedText;
}

/** The lines of timed texts, each with its place in the reading; subtitles that follow at once go on with the sentence. */
export function timedLines(texts: readonly TimedText[]): TimedLine[] {
  return texts.flatMap((from, index) => {
    const next = texts[index + 1];
    const joins =
      next !== undefined && from.source !== 'screen' && next.source === from.source && followsAtOnce(from, next);
    const rows = from.text.split('\n');
    let begin = 0;
    return rows.map((text, row): TimedLine => {
      const [start, end] = [begin, begin + text.length];
      begin = end + 1;
      const doubtful = from.reading?.doubtful.filter(({ at }) => start <= at && at < end) ?? [];
      const reading = from.reading && { doubtful: doubtful.map((each) => ({ ...each, at: each.at - start })) };
      return { text, reading, goesOn: joins && row === rows.length - 1, from };
    });
  });
}

/** A hit with the texts that it is in: one, or two when it is split over two subtitles. */
export interface TimedHit {
  readonly hit: TermHit;
  /** Of two texts: both together. */
  readonly from: TimedText;
  readonly texts: readonly TimedText[];
}

/** Hits in {@link timedLines} with their texts. */
export function timeHits(hits: readonly TermHit[], lines: readonly TimedLine[]): TimedHit[] {
  return hits.flatMap((hit) => {
    const from = lines[hit.line - 1]?.from;
    const next = hit.lengthInNextLine > 0 ? lines[hit.line]?.from : undefined;
    if (!from) return [];
    if (!next) return [{ hit, from, texts: [from] }];
    const both = { ...from, end: next.end, confidence: Math.min(from.confidence, next.confidence) };
    return [{ hit, from: both, texts: [from, next] }];
  });
}

// Sidecar files are off by a few tenths of a second from what is burned in.
const slack = 0.5;

/**
 * One hit for what several sources show at the same time: the first source's, as sure as the surest of them. Hits of one
 * source stay apart.
 */
export function mergeSources(hits: readonly TimedHit[]): TimedHit[] {
  const merged: TimedHit[] = [];
  const taken = new Map<TimedHit, Set<TimedText['source']>>();
  for (const hit of hits) {
    const twin = merged.findIndex(
      (other) =>
        other.hit.term === hit.hit.term && together(other.from, hit.from) && !taken.get(other)?.has(hit.from.source),
    );
    const other = merged[twin];
    if (!other) {
      merged.push(hit);
      taken.set(hit, new Set([hit.from.source]));
      continue;
    }
    const surer = surest(other, hit);
    merged[twin] = surer;
    taken.set(surer, new Set([...(taken.get(other) ?? []), hit.from.source]));
  }
  return merged;
}

/** The first hit, as sure and as serious as the surest; text that was handed in settles what the picture left open. */
function surest(first: TimedHit, second: TimedHit): TimedHit {
  const confidence = Math.max(first.from.confidence, second.from.confidence);
  const settled = second.hit.lowered.includes('misread') ? first.hit : second.hit;
  const hit = first.hit.lowered.includes('misread') ? settled : first.hit;
  return {
    ...first,
    hit: { ...hit, confidence: Math.max(first.hit.confidence, second.hit.confidence) },
    from: { ...first.from, confidence },
  };
}

function together(a: TimeRange, b: TimeRange): boolean {
  return a.start < b.end + slack && b.start < a.end + slack;
}
