import type { Cue, Episode, ScreenText, SidecarCue, TimeRange } from '@shenpian/core';
import type { TermHit } from './screening/term-hit.ts';

/** A text of an episode with its time: a burned-in cue, a cue of the subtitle file or embedded track, or other text on screen. */
export interface TimedText extends TimeRange {
  readonly source: 'cue' | 'sidecar' | 'screen';
  readonly text: string;
  /** 0–1, of the reading; text that was handed in is certain. */
  readonly confidence: number;
}

/** All timed texts of an episode, those that people see first. */
export function timedTexts(episode: Episode, cues: readonly Cue[], screenTexts: readonly ScreenText[]): TimedText[] {
  const sidecar: readonly SidecarCue[] = episode.subtitles?.cues ?? [];
  return [
    ...cues.map((cue) => timed('cue', cue, cue.confidence)),
    ...sidecar.map((cue) => timed('sidecar', cue, 1)),
    ...screenTexts.map((text) => timed('screen', text, text.confidence)),
  ];
}

function timed(
  source: TimedText['source'],
  item: TimeRange & { readonly text: string },
  confidence: number,
): TimedText {
  return { source, start: item.start, end: item.end, text: item.text, confidence };
}

/** A hit with the text that it is in. */
export interface TimedHit {
  readonly hit: TermHit;
  readonly from: TimedText;
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
    const confidence = Math.max(other.from.confidence, hit.from.confidence);
    const surer = { hit: other.hit, from: { ...other.from, confidence } };
    merged[twin] = surer;
    taken.set(surer, new Set([...(taken.get(other) ?? []), hit.from.source]));
  }
  return merged;
}

function together(a: TimeRange, b: TimeRange): boolean {
  return a.start < b.end + slack && b.start < a.end + slack;
}
