import type { Box, Cue, Episode, Position, Script, ScriptLine, TimeRange } from '@shenpian/core';
import { scriptPosition } from '@shenpian/core';
import type { ContactSearch, FoundContact } from './contacts/contact-search.ts';
import type { TimedText } from './standing/text-times-track.ts';

/** Where a contact was seen or written. */
export type MentionSource = 'screen' | 'speech' | 'script';

/** A contact with its place. */
export interface Mention extends Omit<FoundContact, 'start' | 'end'> {
  readonly source: MentionSource;
  /** The whole text that it is in. */
  readonly text: string;
  /** 0–1, of the reading. */
  readonly confidence: number;
  readonly at: Position;
}

interface Text extends TimeRange {
  readonly source: 'screen' | 'speech';
  readonly text: string;
  readonly confidence: number;
}

/** Sightings of one contact with a pause of at most this between them are one, seconds: a small text is not read on every picture. */
const longestPause = 5;

/** Contacts in the texts of an episode, each once for as long as it shows. */
export function episodeMentions(
  episode: Episode,
  { texts, cues }: { readonly texts: readonly TimedText[]; readonly cues: readonly Cue[] },
  search: ContactSearch,
): Mention[] {
  const screen = texts.map((each): Text => ({ ...each, source: 'screen' }));
  const all: Text[] = [
    ...screen,
    ...joinedRows(texts),
    ...cues.map((each): Text => ({ ...each, text: each.text.replaceAll('\n', ' '), source: 'speech' })),
    ...(episode.subtitles?.cues ?? []).map((each): Text => ({ ...each, source: 'speech', confidence: 1 })),
  ];
  const mentions: { mention: Omit<Mention, 'at'>; range: TimeRange }[] = [];
  for (const { start, end, source, text, confidence } of all) {
    for (const { kind, value, matched, asks } of search(text)) {
      const known = mentions.find(
        ({ mention, range }) =>
          mention.kind === kind &&
          mention.value === value &&
          start <= range.end + longestPause &&
          range.start <= end + longestPause,
      );
      if (known === undefined) {
        mentions.push({ mention: { kind, value, matched, asks, source, text, confidence }, range: { start, end } });
        continue;
      }
      // A number alone, and the words above it or in the subtitle that ask to call it.
      if (asks && !known.mention.asks) known.mention = { ...known.mention, asks, text };
      // What is seen has the exact times; what is said adds nothing to them.
      if (known.mention.source === source) {
        known.range = { start: Math.min(known.range.start, start), end: Math.max(known.range.end, end) };
      }
    }
  }
  return mentions.map(({ mention, range }) => ({ ...mention, at: { episode: episode.number, ...range } }));
}

/** Two rows of a card as one text: 微信号 above, the id below. */
function joinedRows(texts: readonly TimedText[]): Text[] {
  return texts.flatMap((upper) =>
    texts
      .filter(
        (lower) =>
          upper !== lower && lower.start < upper.end && upper.start < lower.end && isBelow(upper.box, lower.box),
      )
      .map((lower): Text => ({
        source: 'screen',
        start: Math.max(upper.start, lower.start),
        end: Math.min(upper.end, lower.end),
        text: `${upper.text} ${lower.text}`,
        confidence: Math.min(upper.confidence, lower.confidence),
      })),
  );
}

function isBelow(upper: Box, lower: Box): boolean {
  const gap = lower.y - (upper.y + upper.height);
  const beside = lower.x < upper.x + upper.width && upper.x < lower.x + lower.width;
  return beside && gap > -upper.height / 2 && gap < upper.height * 1.5;
}

/** Contacts in the lines of a script. */
export function scriptMentions({ path, lines }: Script, search: ContactSearch): Mention[] {
  return lines.flatMap((line: ScriptLine) =>
    search(line.text).map(({ start, end, kind, value, matched, asks }): Mention => {
      const at = scriptPosition(path, line, { column: start + 1, length: end - start });
      return { kind, value, matched, asks, source: 'script', text: line.text, confidence: 1, at };
    }),
  );
}
