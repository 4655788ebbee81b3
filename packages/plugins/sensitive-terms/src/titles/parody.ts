import { classicTitles } from './classic-works.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A stretch of a title that sounds like a classic's name and is written otherwise. */
export interface Parody {
  readonly written: string;
  readonly classic: string;
}

/**
 * Finds a play on a classic's name: as many characters, each the same or one that can be read the same, tones aside, and not
 * all the same. The readings come from pinyin-pro, which is loaded only when a title shares a character with a classic.
 */
export async function findParody(title: string): Promise<Parody | null> {
  const characters = [...title];
  // 西游计 in 西游计划 is no play on 西游记: the stretch must end where a word ends.
  const wordEnds = new Set([...segmenter.segment(title)].map(({ index, segment }) => index + segment.length));
  const candidates = classicTitles.flatMap((classic) => {
    const name = [...classic];
    return characters.flatMap((_, start) => {
      const stretch = characters.slice(start, start + name.length);
      const shared = stretch.filter((character, index) => character === name[index]).length;
      const end = characters.slice(0, start).join('').length + stretch.join('').length;
      const near = stretch.length === name.length && shared > 0 && shared < name.length && wordEnds.has(end);
      return near ? [{ written: stretch.join(''), classic, stretch, name }] : [];
    });
  });
  if (candidates.length === 0) return null;
  const { polyphonic } = await import('pinyin-pro');
  const readings = (character: string): string[] =>
    (polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? []).filter((reading) =>
      /^[a-zü]+$/.test(reading),
    );
  const alike = (a: string, b: string): boolean =>
    a === b || readings(a).some((reading) => readings(b).includes(reading));
  const found = candidates.find(({ stretch, name }) =>
    stretch.every((character, index) => alike(character, name[index] ?? '')),
  );
  return found ? { written: found.written, classic: found.classic } : null;
}
