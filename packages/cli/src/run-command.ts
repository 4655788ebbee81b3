import { describeProblem, localizedSchema, SubmissionError } from '@shenpian/core';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Terminal } from './output/terminal.ts';
import { terminalFor, type GlobalArguments } from './session.ts';

/**
 * Runs a command: Ctrl-C cancels it (130), bad input and a bad set-up are one line (2), anything unforeseen is one line
 * and says that nothing was decided (3).
 */
export async function runCommand(
  given: GlobalArguments & {
    /** What is said after Ctrl-C; left out: that analysed episodes are kept. */
    readonly interruption?: 'stopped' | 'answersKept' | 'nothingHalf';
  },
  command: (terminal: Terminal, signal: AbortSignal) => Promise<ExitCode>,
): Promise<void> {
  const terminal = terminalFor(given);
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort(new Error('interrupted'));
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  // A reader that left early, such as `| head`, is no error and changes no exit code; output that is lost is one.
  let lost: string | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') lost = error.message;
  });
  process.stderr.on('error', () => undefined);
  try {
    process.exitCode = await command(terminal, controller.signal);
  } catch (thrown) {
    terminal.endProgress();
    process.exitCode = controller.signal.aborted ? exitCodes.interrupted : explainFailure(thrown, terminal);
  }
  // An error of the last write comes after it.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  if (lost !== null) {
    terminal.complain(terminal.text('outputLost', { detail: lost }));
    process.exitCode = exitCodes.unreadable;
  }
  if (controller.signal.aborted) terminal.complain(terminal.text(given.interruption ?? 'interrupted'));
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
}

/** Says in one line what went wrong, and gives the exit code for it. */
export function explainFailure(thrown: unknown, terminal: Terminal): ExitCode {
  if (thrown instanceof SubmissionError) {
    terminal.complain(terminal.localized(describeProblem(thrown)));
    return exitCodes.unreadable;
  }
  // Set-up errors of core and of plugins say in every language what to do.
  if (thrown instanceof Error && 'localized' in thrown) {
    terminal.complain(terminal.localized(localizedSchema.parse(thrown.localized)));
    return exitCodes.unreadable;
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  terminal.complain(terminal.text('unforeseen', { detail }));
  if (process.env['SHENPIAN_DEBUG'] !== undefined && thrown instanceof Error) terminal.complain(thrown.stack ?? '');
  return exitCodes.incomplete;
}
