import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SubmissionError } from '../errors.ts';
import { probe } from '../media/probe.ts';
import type { Probe } from '../work/input.ts';
import type { FoundFile } from './find-files.ts';

/** A video file outside any submission, looked at but not yet hashed. `path` is as the user gave it. */
export interface OpenedVideo extends FoundFile {
  readonly probe: Probe;
}

/**
 * Looks at a single video file.
 *
 * @throws SubmissionError when it cannot be read, is empty or is no video.
 */
export async function openVideo(path: string): Promise<OpenedVideo> {
  const file = resolve(path);
  const info = await stat(file).catch(() => null);
  if (info === null) throw new SubmissionError('fileMissing', path);
  if (!info.isFile()) throw new SubmissionError('notAFile', path);
  if (info.size === 0) throw new SubmissionError('fileEmpty', path);
  return { file, path, probe: await probe(file, path) };
}
