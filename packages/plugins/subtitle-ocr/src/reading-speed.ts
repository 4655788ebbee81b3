import { duration } from '@shenpian/core';
import { chineseLines, wideLetters } from './chinese-lines.ts';
import { hasWords } from './comparison.ts';
import type { DialogueLine } from './preferred-dialogue.ts';

/** A line with how long it shows, and how fast it must be read. */
export interface ReadingSpeed {
  readonly line: DialogueLine;
  readonly seconds: number;
  /** Characters per second, of {@link charactersOf}. */
  readonly speed: number;
}

/** Start and end of a burned-in line are each known to 0.1 s at 5 pictures per second: it may show this much longer. */
const pictureSlack = 0.2;

/**
 * Characters that a viewer reads: a Chinese character is 1, another letter or digit 0.5 since it is half as wide (so does
 * Netflix, "How is reading speed measured?", Partner Help Center). Unlike there, punctuation and spaces do not count: burned-in
 * Chinese has none. Of two languages, one above the other, only the Chinese lines count.
 */
export function charactersOf(text: string): number {
  const counted = chineseLines(text.normalize('NFKC'));
  const full = wideLetters(counted);
  return full + 0.5 * ((counted.match(/[\p{L}\p{N}]/gu)?.length ?? 0) - full);
}

/** How long a line may show at most, seconds, given how exactly its times are known. */
function longest(line: DialogueLine): number {
  return duration(line) + (line.source === 'picture' ? pictureSlack : 0);
}

const measured = (line: DialogueLine): ReadingSpeed => ({
  line,
  seconds: longest(line),
  speed: charactersOf(line.text) / longest(line),
});

/** Lines that need more than `limit` characters per second even if they show as long as their times allow. */
export function fasterThan(lines: readonly DialogueLine[], limit: number): ReadingSpeed[] {
  return lines.map(measured).filter(({ speed }) => speed > limit);
}

/** Lines with words that show for less than `limit` seconds even if they show as long as their times allow. */
export function shorterThan(lines: readonly DialogueLine[], limit: number): ReadingSpeed[] {
  return lines.map(measured).filter(({ line, seconds }) => seconds < limit && hasWords(line.text));
}
