import type { Character } from './recognition.ts';
import type { ReadLine } from './reading.ts';
import { lineOf } from './line-text.ts';

/** A line this far off its row's middle (characters) may have a sign at its end; without it, it stands within the second. */
const offMiddle = 0.8;
const inMiddle = 0.4;
/** A mark at an end that puts a line this far off the middle, when it stands in the middle without, is an edge of the background. */
const offByMark = 0.22;
const mark = /^[\p{P}\p{S}]$/u;
/** Between a line and a sign there is a gap wider than between characters. */
const leastGap = 1.2;

/**
 * Cuts signs off the ends of a line: what is left stands in the middle of its row, and a gap lay between.
 *
 * @param centre Middle of the row's lines, as a fraction of the width.
 */
export function withoutSigns(line: ReadLine, centre: number): ReadLine {
  const { box } = line;
  const characters = line.characters.filter(({ text }) => text.trim() !== '');
  if (characters.length < 3) return line;
  // Latin letters are of different widths: the middle does not tell a mark, only a sign.
  const latin = /[A-Za-z]{2}/.test(line.text);
  const place = ({ x }: Character): number => box.x + x * box.width;
  const steps = characters.slice(1).map((character, at) => place(character) - place(characters[at]!));
  const pitch = steps.toSorted((a, b) => a - b)[steps.length >> 1]!;
  const middle = (from: number, to: number): number => (place(characters[from]!) + place(characters[to - 1]!)) / 2;
  const away = (from: number, to: number): number => Math.abs(middle(from, to) - centre) / pitch;
  const all = characters.length;
  const off = away(0, all);
  const marked: readonly (readonly [number, number])[] = [
    ...(mark.test(characters[0]!.text) ? ([[1, all]] as const) : []),
    ...(mark.test(characters[all - 1]!.text) ? ([[0, all - 1]] as const) : []),
  ];
  const better = latin ? undefined : marked.find((range) => off > offByMark && away(...range) < off - offByMark);
  if (better) return cut(line, characters, better, pitch);
  if (off < offMiddle) return line;
  const cuts = [0, ...steps.flatMap((step, at) => (step > leastGap * pitch ? [at + 1] : [])), characters.length];
  let best: readonly [number, number] | null = null;
  for (const from of cuts) {
    for (const to of cuts) {
      if (to - from < 1 || away(from, to) > inMiddle) continue;
      if (best === null || to - from > best[1] - best[0]) best = [from, to];
    }
  }
  return best === null ? line : cut(line, characters, best, pitch);
}

/** The part of a line from one of its characters to another (not included), with the spaces between them. */
function cut(
  line: ReadLine,
  characters: readonly Character[],
  [from, to]: readonly [number, number],
  pitch: number,
): ReadLine {
  const { box } = line;
  const place = ({ x }: Character): number => box.x + x * box.width;
  const [first, last] = [characters[from]!, characters[to - 1]!];
  const kept = line.characters.slice(line.characters.indexOf(first), line.characters.indexOf(last) + 1);
  const x = place(first) - pitch / 2;
  const width = place(last) + pitch / 2 - x;
  const moved = kept.map((character) => ({ ...character, x: (place(character) - x) / width }));
  return { ...line, ...lineOf(moved), box: { ...box, x, width } };
}
