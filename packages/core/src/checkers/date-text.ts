const forms = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT].*)?$/, /^(\d{4})(\d{2})(\d{2})$/];

/**
 * The ISO date that a text means: `2026-12-01`, `2026/12/1`, `2026.12.1`, `2026年12月1日`, `20261201`, also with a time behind it.
 *
 * @returns null when it is no date, or one that the calendar does not have
 */
export function parseDateText(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  for (const form of forms) {
    const [, year, month = '', day = ''] = form.exec(plain) ?? [];
    if (year === undefined) continue;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
  }
  return null;
}

/** Days from 2000-01-01 to 2099-12-31 as Excel numbers them: a smaller or larger number is hardly a date. */
const [firstSerial, lastSerial] = [36_526, 73_050];
/** Serial 0 of 1900, with the 29 February 1900 that Excel believes in; 1904 begins 1,462 days later (ECMA-376 part 1, 18.17.4.1). */
const serialZero = Date.UTC(1899, 11, 30);
const shift1904 = 1462;

/**
 * The ISO date of a cell in a column of dates: as {@link parseDateText}, and the serial number of a day that Excel keeps and shows
 * where the cell has no format of dates, such as `46311`.
 *
 * @param dates1904 whether the workbook counts days from 1904
 * @returns null when it is no date from 2000 to 2099 and no text of one
 */
export function parseDateCell(text: string, dates1904 = false): string | null {
  const written = parseDateText(text);
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (written !== null || days === undefined) return written;
  const serial = Number(days) + (dates1904 ? shift1904 : 0);
  if (serial < firstSerial || serial > lastSerial) return null;
  return new Date(serialZero + serial * 86_400_000).toISOString().slice(0, 10);
}
