import { SubmissionError, type Problem } from '../errors.ts';
import { readTextStream } from '../media/text-stream.ts';
import type { Probe, SubtitleStream } from '../work/input.ts';
import type { SidecarCue } from '../work/series.ts';
import { parseSubtitles, SubtitleTextError } from './subtitle-text.ts';

/** Streams of text as ffmpeg names them; the others (hdmv_pgs_subtitle, dvd_subtitle, dvb_subtitle …) are pictures. */
const textCodecs = new Set(['mov_text', 'subrip', 'srt', 'ass', 'ssa', 'webvtt', 'text']);

/** ISO 639 codes of Chinese, with or without a region: zh, zh-Hans, chi, zho, cmn. */
const chinese = /^(?:zh|chi|zho|cmn)(?:-|$)/i;

/** A text stream of a video. */
export interface TextSubtitleStream extends SubtitleStream {
  /** Among the subtitle streams of the file, from 0. */
  readonly index: number;
}

/**
 * The text stream that stands for the dialogue: of those that players show by themselves, else of all, a Chinese one, else
 * the first.
 *
 * @returns null when no subtitle stream is text
 */
export function chooseTextStream({ subtitleStreams }: Pick<Probe, 'subtitleStreams'>): TextSubtitleStream | null {
  const texts = subtitleStreams
    .map((stream, index) => ({ ...stream, index }))
    .filter((each) => textCodecs.has(each.codec));
  const shown = texts.filter((stream) => stream.default);
  const candidates = shown.length > 0 ? shown : texts;
  return candidates.find(({ language }) => chinese.test(language ?? '')) ?? candidates[0] ?? null;
}

/** What a video carries as text. */
export interface EmbeddedSubtitles {
  /** In order of start, times in seconds. */
  readonly cues: readonly SidecarCue[];
  /** That the file is cut off, so that cues may be missing at the end; null when ffmpeg noticed nothing of the kind. */
  readonly problem: Problem | null;
}

/**
 * Reads the text stream that {@link chooseTextStream} takes.
 *
 * @param video `file` is where it is, `path` how messages name it
 * @returns null when there is none, or none with words: some programs write an empty track into every file
 * @throws SubmissionError `embeddedUnreadable`; the abort reason when cancelled.
 */
export async function readEmbeddedSubtitles(
  video: { readonly file: string; readonly path: string; readonly probe: Pick<Probe, 'subtitleStreams'> },
  signal?: AbortSignal,
): Promise<EmbeddedSubtitles | null> {
  const { path } = video;
  const stream = chooseTextStream(video.probe);
  if (stream === null) return null;
  const { text, complaint, cutOff } = await readTextStream(video.file, path, stream.index, signal);
  const cues = text.trim() === '' ? [] : parsed(text, path);
  if (cues.length > 0) return { cues, problem: cutOff ? { code: 'embeddedCutOff', path, data: {} } : null };
  if (complaint !== null) throw new SubmissionError('embeddedUnreadable', path, { detail: complaint });
  return null;
}

function parsed(text: string, path: string): SidecarCue[] {
  try {
    return parseSubtitles(text.replaceAll('\r\n', '\n').replaceAll('\0', ''));
  } catch (cause) {
    if (!(cause instanceof SubtitleTextError)) throw cause;
    throw new SubmissionError('embeddedUnreadable', path, { detail: cause.localized }, { cause });
  }
}
