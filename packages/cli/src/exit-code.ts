import type { Report } from '@shenpian/core';

/** Exit codes of every command; DESIGN names them. */
export const exitCodes = {
  clean: 0,
  violations: 1,
  unreadable: 2,
  incomplete: 3,
  interrupted: 130,
} as const;

/** See {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * The exit code of a report. Unreadable input outweighs incomplete checks, and both outweigh violations: a run that
 * did not see everything must not read as a finished one.
 */
export function exitCodeOf(report: Report): ExitCode {
  if (report.problems.length > 0) return exitCodes.unreadable;
  if (report.checks.some(({ status }) => status === 'failed')) return exitCodes.incomplete;
  const violated = report.findings.some(({ level }) => level === 'violation');
  const unmet = report.verdicts.some(
    ({ kind, claimed, verdict }) => verdict === 'fail' && (claimed || kind === 'standard'),
  );
  return violated || unmet ? exitCodes.violations : exitCodes.clean;
}
