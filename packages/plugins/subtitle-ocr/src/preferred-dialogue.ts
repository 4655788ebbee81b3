import type { Cue, Episode, TimeRange } from '@shenpian/core';

/** Where a line of dialogue was taken from. */
export type DialogueSource = 'picture' | 'sidecar' | 'embedded';

/** A line of dialogue, wherever it comes from. */
export interface DialogueLine extends TimeRange {
  readonly source: DialogueSource;
  readonly text: string;
  /** 0–1, of the reading; text that was handed in is certain. */
  readonly confidence: number;
}

/** The dialogue of an episode: the subtitle file or the embedded track when there is one, else what the picture shows. */
export function preferredDialogue(episode: Episode, cues: readonly Cue[]): readonly DialogueLine[] {
  const { subtitles } = episode;
  if (subtitles) return subtitles.cues.map((cue) => ({ ...cue, source: subtitles.source, confidence: 1 }));
  return cues.map(({ start, end, text, confidence }) => ({ start, end, text, confidence, source: 'picture' }));
}

/** The text of a cue on one line, for messages. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ');
}
