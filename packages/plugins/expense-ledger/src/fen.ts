/** Whole fen 分, so that sums are exact. */
export type Fen = number;

const units: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4 };

/**
 * An amount as ledgers write it, in fen: `1,234.5`, `￥1,234.50元`, `1.2万元`, `-300`, `（300）`.
 *
 * @param power what the column's name says the numbers are to be multiplied with, as a power of ten: 4 for `金额（万元）`
 * @returns null when it is no amount, or not a whole number of fen
 */
export function parseFen(text: string, power = 0): Fen | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s,]/gu, '')
    .replace(/^(?:RMB|CNY)/iu, '');
  const match =
    /^(?<open>\()?(?<sign>[-−+])?[¥￥]?(?<minus>[-−])?(?<whole>\d{1,15})(?:\.(?<part>\d+))?(?<unit>[千万])?元?(?<close>\))?$/u.exec(
      plain,
    );
  const { open, sign, minus, whole, part = '', unit = '', close } = match?.groups ?? {};
  if (whole === undefined || (open === undefined) !== (close === undefined)) return null;
  // The decimal point moves in the text: no binary fraction is made.
  const shift = 2 + (units[unit] ?? 0) + (unit === '' ? power : 0);
  const digits = part.padEnd(shift, '0');
  if (/[1-9]/.test(digits.slice(shift))) return null;
  const fen = Number(whole + digits.slice(0, shift));
  if (!Number.isSafeInteger(fen)) return null;
  const negative = open !== undefined || minus !== undefined || (sign !== undefined && sign !== '+');
  return negative && fen > 0 ? -fen : fen;
}

/** Fen as yuan with two decimals and separators: `12,345.60`. */
export function yuanText(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
