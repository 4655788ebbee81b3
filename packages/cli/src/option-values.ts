import { extname } from 'node:path';

/** Values of a repeatable option that also takes commas: `--skip a,b --skip c`. */
export function splitCommas(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** @throws TypeError unless it is a whole number from 1. */
export function assertJobs(jobs: number): void {
  if (!Number.isInteger(jobs) || jobs < 1) throw new TypeError('--jobs: 1, 2, 3 …');
}

/** @throws TypeError unless it is absent or a date such as 2026-12-01. */
export function assertDate(date: string | undefined): void {
  if (date === undefined) return;
  const day = new Date(`${date}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
  if (!real) throw new TypeError(`--date ${date}: YYYY-MM-DD, 2026-12-01`);
}

/** The output format: `--json`, else `--format`, else the ending of `--out`, else the usual one of the command. */
export function chooseFormat(
  given: {
    readonly json?: boolean | undefined;
    readonly format?: string | undefined;
    readonly out?: string | undefined;
  },
  known: readonly string[],
  usual: string,
): string {
  if (given.json === true) return 'json';
  const ending = extname(given.out ?? '')
    .slice(1)
    .toLowerCase();
  return given.format ?? (known.includes(ending) ? ending : usual);
}
