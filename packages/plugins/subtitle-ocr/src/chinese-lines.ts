/** Letters as wide as they are high. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** How many letters of a text are as wide as they are high. */
export function wideLetters(text: string): number {
  return text.match(wide)?.length ?? 0;
}

/** Of two languages, one above the other, the Chinese lines; all lines of a text in one language. */
export function chineseLines(text: string): string {
  const lines = text.split('\n');
  const chinese = lines.filter((line) => wideLetters(line) > 0);
  return (chinese.length > 0 ? chinese : lines).join('\n');
}
