import { Converter } from 'opencc-js/t2cn';

/** Characters that people put between the characters of a term: punctuation, symbols, spaces, emoji, zero-width, marks. */
const noisePattern = /^[\p{P}\p{S}\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\p{Emoji_Presentation}]$/u;
/** Nothing is skipped across these: a term never goes over the end of a line. */
const lineEnds: ReadonlySet<string> = new Set(['\n', '\r', '\u2028', '\u2029', '\v', '\f', '\0']);

/** Whether a character may be skipped inside a term. */
export function isNoise(character: string): boolean {
  return noisePattern.test(character) && !lineEnds.has(character);
}

let units: readonly string[] | undefined;

/**
 * What each UTF-16 code unit folds to: compatibility forms and widths (NFKC), lower case, simplified Chinese. Surrogates
 * fold to themselves; use {@link foldCharacter} for whole characters. Built once (about 70 ms) and shared.
 */
export function foldedUnits(): readonly string[] {
  units ??= buildUnits();
  return units;
}

function buildUnits(): string[] {
  const table = Array.from({ length: 0x1_0000 }, (_, unit) => {
    const character = String.fromCharCode(unit);
    return isSurrogate(unit) ? character : character.normalize('NFKC').toLowerCase();
  });
  // One conversion of all characters, a line each: calling it once per character takes seconds.
  const convert = Converter({ from: 't', to: 'cn' });
  const han = [...table.keys()].filter((unit) => /^[\u3400-\u9fff\uf900-\ufaff]$/.test(table[unit] ?? ''));
  const simplified = convert(han.map((unit) => table[unit]).join('\n')).split('\n');
  han.forEach((unit, index) => {
    const character = simplified[index];
    if (character?.length === 1) table[unit] = character;
  });
  return table;
}

/** What one whole character folds to: none, one or several characters. */
export function foldCharacter(character: string): string {
  if (character.length === 1) return foldedUnits()[character.charCodeAt(0)] ?? character;
  return character.normalize('NFKC').toLowerCase();
}

/** A text as the matcher sees it: every character folded, noise left out. Line ends stay. */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text) {
    for (const part of foldCharacter(character)) {
      if (!isNoise(part)) folded += part;
    }
  }
  return folded;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
