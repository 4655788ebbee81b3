import { basename, extname, join } from 'node:path';
import { describeProblem, SubmissionError, type PluginUrl, type Problem } from '@shenpian/core';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Terminal } from './output/terminal.ts';
import { writeText } from './output/write-text.ts';
import { openTrackSession, type GlobalArguments, type TrackSession } from './session.ts';

/** What a reader of one video works with. */
export interface VideoSession extends TrackSession {
  readonly signal: AbortSignal;
}

/** What was read out of one video. */
export interface VideoResult {
  /** The result in JSON, such as `{cues: […]}`. */
  readonly json: object;
  /** The result in the format that is not JSON. */
  render(): string;
  /** What was wrong although there is a result: a line each, and exit code 2. */
  readonly problems: readonly Problem[];
}

/** A command that reads one thing out of each of several video files. */
export interface VideoCommand {
  readonly given: GlobalArguments & { readonly out?: string | undefined };
  readonly videos: readonly string[];
  /** `json`, or an extension that the results render. */
  readonly format: string;
  /** The bundled plugin that brings the track, and those that it reads. */
  readonly plugin: PluginUrl;
  /** @throws SubmissionError for a video that cannot be read */
  read(video: string, session: VideoSession): Promise<VideoResult>;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Runs the command: one file after the other; a bad one is a line and exit code 2, and the others still come. */
export async function runVideoCommand(
  command: VideoCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { given, videos, format } = command;
  const asJson = format === 'json';
  const several = videos.length > 1;
  if (several && !asJson && given.out === undefined) {
    terminal.complain(terminal.text('severalNeedOut'));
    return exitCodes.unreadable;
  }
  const session = { ...(await openTrackSession(given, command.plugin)), terminal, signal };
  const results: object[] = [];
  let code: ExitCode = exitCodes.clean;
  const complain = (problem: Problem): void => {
    terminal.complain(terminal.localized(describeProblem(problem)));
    code = exitCodes.unreadable;
  };
  for (const video of videos) {
    try {
      const result = await command.read(video, session);
      for (const problem of result.problems) complain(problem);
      const text = asJson ? jsonText(result.json) : result.render();
      if (given.out === undefined) {
        if (several) results.push({ input: video, ...result.json });
        else terminal.result(text);
      } else {
        const name = `${basename(video, extname(video))}.${format}`;
        await writeText(several ? join(given.out, name) : given.out, text);
      }
    } catch (thrown) {
      if (!(thrown instanceof SubmissionError)) throw thrown;
      complain(thrown);
    }
  }
  if (several && given.out === undefined) terminal.result(jsonText({ results }));
  return code;
}
