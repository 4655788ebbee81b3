import traditional from 'opencc-js/dict/TSCharacters';
import { extraForms } from './extra-forms.ts';

/** Characters that people put between the characters of a term: punctuation, symbols, spaces, emoji, zero-width, marks. */
const noisePattern = /^[\p{P}\p{S}\p{Z}\p{C}\p{M}\u115f\u1160\u3164\uffa0\p{Emoji_Presentation}]$/u;
/** Nothing is skipped across these: a term never goes over the end of a line. */
const lineEnds: ReadonlySet<string> = new Set(['\n', '\r', '\u2028', '\u2029', '\v', '\f', '\0', '\u0085']);

/** Whether a character may be skipped inside a term. */
export function isNoise(character: string): boolean {
  return noisePattern.test(character) && !lineEnds.has(character);
}

let simplified: ReadonlyMap<string, string> | undefined;

/** Character by character, as opencc-js converts a lone character; its converter takes 70 ms to start, this map 1 ms. */
function simplify(character: string): string {
  simplified ??= new Map(traditional.split('|').map((pair) => [pair.charAt(0), pair.charAt(2)]));
  return simplified.get(character) ?? character;
}

// Folding a character takes a microsecond; a script has a few thousand different ones.
const folds = new Map<string, string>();

/**
 * What one whole character folds to (none, one or several characters): compatibility forms and widths (NFKC), case, accents
 * of Latin letters, signs that stand for letters and digits, simplified Chinese. What is noise is left out.
 */
export function foldCharacter(character: string): string {
  let folded = folds.get(character);
  if (folded === undefined) {
    folded = Array.from((extraForms.get(character) ?? character).normalize('NFKC'), foldPart).join('');
    folds.set(character, folded);
  }
  return folded;
}

function foldPart(part: string): string {
  const bare = /\p{Script=Latin}/u.test(part) ? Array.from(part.normalize('NFD'))[0] : part;
  // Upper case first: ß becomes ss, ς and σ the same, ı becomes i; İ leaves a dot that is noise.
  return Array.from((bare ?? part).toUpperCase().toLowerCase(), (each) =>
    isNoise(each) ? '' : simplify(extraForms.get(each) ?? each),
  ).join('');
}

/** Kana that a following sound mark changes, and the two marks in all their forms. */
const markable = /^[うか-こさ-そた-とは-ほウカ-コサ-ソタ-トハ-ホワ-ヲｳｶ-ﾄﾊ-ﾎﾜｦ]$/;
const soundMarks: ReadonlyMap<string, string> = new Map([
  ['\u3099', '\u3099'],
  ['\u309a', '\u309a'],
  ['\u309b', '\u3099'],
  ['\u309c', '\u309a'],
  ['\uff9e', '\u3099'],
  ['\uff9f', '\u309a'],
]);

/** Whether the character may be the first half of one that is written as two: ｶﾞ is ガ. */
function takesSoundMark(character: string): boolean {
  return markable.test(character);
}

/** The character that begins at `at`, as long as it is written: one code unit, a surrogate pair, or a kana with its sound mark. */
export function characterAt(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const mark = soundMarks.get(text.charAt(at + character.length));
  if (mark === undefined || !takesSoundMark(character)) return character;
  const whole = `${character.normalize('NFKC')}${mark}`.normalize('NFC');
  return whole.length === 1 ? text.slice(at, at + 2) : character;
}

/** What a character as {@link characterAt} gives it folds to. */
export function foldWritten(written: string): string {
  const mark = written.length === 2 ? soundMarks.get(written.charAt(1)) : undefined;
  return foldCharacter(mark === undefined ? written : `${written.charAt(0).normalize('NFKC')}${mark}`.normalize('NFC'));
}

// By code unit, filled as they turn up.
const units: (string | undefined)[] = Array.from({ length: 0x1_0000 });

/** What a code unit folds to; null when the next one may belong to its character, see {@link characterAt}. */
export function foldUnit(unit: number): string | null {
  const known = units[unit];
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  if ((unit >= 0xd800 && unit < 0xe000) || takesSoundMark(character)) return null;
  const folded = foldCharacter(character);
  units[unit] = folded;
  return folded;
}

/** A text as the matcher sees it: every character folded, noise left out. Line ends stay. */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length;) {
    const quick = foldUnit(text.charCodeAt(at));
    const written = quick === null ? characterAt(text, at) : '';
    folded += quick ?? foldWritten(written);
    at += written.length || 1;
  }
  return folded;
}
