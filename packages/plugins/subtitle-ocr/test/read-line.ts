import type { ReadLine } from '../src/reading.ts';

/** A line as read, by its middle, with characters side by side. */
export function readLine(
  text: string,
  more: Partial<{
    x: number;
    y: number;
    height: number;
    glyph: number;
    confidence: number;
    stays: number;
    ink: ReadLine['ink'];
  }> = {},
): ReadLine {
  const { x = 0.5, y = 0.7, height = 0.03, glyph = 0.05, confidence = 0.98, stays = 0, ink = null } = more;
  const all = [...text];
  const width = all.length * glyph;
  return {
    text,
    confidence,
    characters: all.map((character, n) => ({
      text: character,
      confidence,
      x: (n + 0.5) / all.length,
      alternatives: [],
    })),
    box: { x: x - width / 2, y: y - height / 2, width, height },
    ink,
    stays,
  };
}
