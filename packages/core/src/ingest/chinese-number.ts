const digits = '零一二三四五六七八九';

/**
 * A whole number in digits or Chinese numerals up to 999, such as `12`, `十二`, `一百零三`, or digit by digit, `一〇三`.
 *
 * @returns null when it is neither
 */
export function parseChineseNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (/^[零一二三四五六七八九]{2,}$/.test(plain))
    return Number([...plain].map((each) => digits.indexOf(each)).join(''));
  let total = 0;
  let digit = 0;
  for (const character of plain) {
    const value = digits.indexOf(character);
    if (value >= 0) digit = value;
    else if (character === '十') [total, digit] = [total + (digit || 1) * 10, 0];
    else if (character === '百') [total, digit] = [total + (digit || 1) * 100, 0];
    else return null;
  }
  return text === '' ? null : total + digit;
}
