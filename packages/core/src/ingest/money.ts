const units: Readonly<Record<string, number>> = { '': 1, 千: 1e3, 万: 1e4, 亿: 1e8 };

/**
 * An amount as people write it, in RMB: `850000`, `850,000元`, `85万`, `85万元`, `1.2亿元`.
 *
 * @returns null when the text is not an amount
 */
export function parseMoney(text: string | number): number | null {
  if (typeof text === 'number') return Number.isFinite(text) && text >= 0 ? text : null;
  const match = /^(\d+(?:\.\d+)?)(千|万|亿)?元?(?:人民币|RMB)?$/i.exec(
    text.normalize('NFKC').replaceAll(/[\s,，]/g, ''),
  );
  if (match === null) return null;
  // Through the decimal string, so that 1.1万 is 11000 and not 11000.000000000002.
  return Number((Number(match[1]) * (units[match[2] ?? ''] ?? 1)).toFixed(2));
}
