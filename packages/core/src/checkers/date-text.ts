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
