import { basename, extname, join } from 'node:path';
import { damageOf, describeProblem, readTrack, SubmissionError, type FileTrack, type TrackType } from '@shenpian/core';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Terminal } from './output/terminal.ts';
import { writeText } from './output/write-text.ts';
import { openSession, type GlobalArguments } from './session.ts';

/** A command that builds one track of each of several video files. */
export interface VideoCommand<Item> {
  readonly given: GlobalArguments & { readonly out?: string | undefined };
  readonly videos: readonly string[];
  readonly type: TrackType<Item>;
  /** `json`, or an extension that `render` makes. */
  readonly format: string;
  /** Options of the track, on top of the configuration. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The items in JSON, such as `{cues: […]}`. */
  toJson(track: FileTrack<Item>): object;
  render(track: FileTrack<Item>): string;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Runs the command: one file after the other; a bad one is a line and exit code 2, and the others still come. */
export async function runVideoCommand<Item>(
  command: VideoCommand<Item>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { given, videos, type, format } = command;
  const asJson = format === 'json';
  const several = videos.length > 1;
  if (several && !asJson && given.out === undefined) {
    terminal.complain(terminal.text('severalNeedOut'));
    return exitCodes.unreadable;
  }
  const { registry, store, config } = await openSession(given);
  const options = {
    ...config.options,
    [type.id]: { ...(config.options[type.id] as object | undefined), ...command.options },
  };
  const results: object[] = [];
  let code: ExitCode = exitCodes.clean;
  for (const video of videos) {
    try {
      const track = await readTrack(video, type, registry, {
        store,
        options,
        signal,
        progress: (seconds, total) => terminal.progress(seconds, total, basename(video)),
      });
      terminal.endProgress();
      const damage = track.decode === null ? null : damageOf(track.episode.input, track.decode);
      if (damage !== null) {
        terminal.complain(terminal.localized(describeProblem(damage)));
        code = exitCodes.unreadable;
      }
      const text = asJson ? jsonText(command.toJson(track)) : command.render(track);
      if (given.out === undefined) {
        if (several) results.push({ input: video, ...command.toJson(track) });
        else terminal.result(text);
      } else {
        const name = `${basename(video, extname(video))}.${format}`;
        await writeText(several ? join(given.out, name) : given.out, text);
      }
    } catch (thrown) {
      if (!(thrown instanceof SubmissionError)) throw thrown;
      terminal.complain(terminal.localized(describeProblem(thrown)));
      code = exitCodes.unreadable;
    }
  }
  if (several && given.out === undefined) terminal.result(jsonText({ results }));
  return code;
}
