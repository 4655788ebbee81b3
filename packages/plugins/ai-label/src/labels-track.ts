import { boxSchema, defineTrack, defineTrackType, type Picture, type TrackContext } from '@shenpian/core';
import { decodePicture } from '@shenpian/plugin-subtitle-ocr';
import {
  openingStills,
  openingTextOptionsSchema,
  openingTextTrack,
  type OpeningText,
  type OpeningTextOptions,
} from '@shenpian/plugin-title-card';
import { z } from 'zod';
import { labelInk, type LabelInk } from './label-ink.ts';
import { inkBox, labelPresence, secondsShown, type SmallFrame } from './label-presence.ts';
import { visibleRule } from './label-rules.ts';
import { labelWords, type LabelWords } from './label-text.ts';

/**
 * A text in the opening that is an AI label, or partly one.
 *
 * - `start`, `end`: the pictures that show it; `seconds`: how long it shows, `high` null when it was not seen to end.
 * - `height`: of its ink, as a share of the shorter side of the picture, over the pictures that show it; null when the ink could
 *   not be told from the background.
 * - `box`: of its ink.
 */
export const aiLabelSchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  text: z.string(),
  words: z.enum(['whole', 'doubtful', 'partial']),
  confidence: z.number().min(0).max(1),
  box: boxSchema,
  height: z.object({ low: z.number(), median: z.number(), high: z.number() }).nullable(),
  seconds: z.object({ low: z.number(), high: z.number().nullable() }),
});
/** See {@link aiLabelSchema}. */
export type AiLabel = z.infer<typeof aiLabelSchema>;

/** Labels in the opening of an episode, in order of start. */
export const aiLabelsTrack = defineTrackType('ai-labels', aiLabelSchema);

/** Frames of this stretch are all looked at, so that the length of a label of 2 s is known to the frame, s. */
const frameSeconds = 4;
/** Width of those frames, px: characters of 5 % of it are 24 px high, and 100 frames take 40 MB. */
const frameWidth = 480;
/** A label is measured on so many pictures. */
const mostPictures = 4;

/** Measures AI labels: the texts come from `opening-text`, height and time from the pictures that it was read on and from every frame. */
export const aiLabels = defineTrack<AiLabel, OpeningTextOptions>({
  type: aiLabelsTrack,
  version: 1,
  options: openingTextOptionsSchema,
  optionsOf: openingTextTrack,
  reads: [openingTextTrack],
  samples: ({ episode, options }) => ({
    still: openingStills(episode, options),
    frame: { kind: 'luma', width: frameWidth, rate: 'every-frame', window: { start: 0, end: frameSeconds } },
  }),
  build,
});

interface Still {
  readonly time: number;
  readonly jpeg: Uint8Array;
}

async function build(context: TrackContext<OpeningTextOptions>): Promise<AiLabel[]> {
  const stills: Still[] = [];
  const frames: SmallFrame[] = [];
  for await (const sample of context.samples) {
    if (sample.kind === 'still') stills.push({ time: sample.time, jpeg: sample.data });
    else if (sample.kind === 'luma') frames.push(sample);
  }
  const texts = await context.read(openingTextTrack);
  const labels: AiLabel[] = [];
  for (const line of labelLines(texts.filter(({ part }) => part === 'opening'))) {
    context.signal.throwIfAborted();
    labels.push(await measured(line, stills, frames));
  }
  return labels;
}

interface LabelLine {
  readonly line: OpeningText;
  readonly text: string;
  readonly words: AiLabel['words'];
}

/** The lines that are labels; one that is broken over two lines is measured by its upper one. */
function labelLines(lines: readonly OpeningText[]): LabelLine[] {
  const { elements } = visibleRule(null).rule;
  const found: LabelLine[] = [];
  const used = new Set<OpeningText>();
  for (const line of lines) {
    if (used.has(line)) continue;
    const texts = line.readings.map(({ text }) => text);
    const next = lines.find((other) => isBelow(line, other));
    const both = next && labelWords(line.text + next.text, elements) === 'whole' ? line.text + next.text : null;
    const like = (wanted: LabelWords): string | undefined =>
      texts.find((text) => labelWords(text, elements) === wanted);
    const whole = like('whole') ?? both;
    if (whole === both && next) used.add(next);
    const [text, words] = [
      whole ?? like('doubtful') ?? like('partial'),
      whole ? 'whole' : like('doubtful') ? 'doubtful' : 'partial',
    ] as const;
    if (text !== undefined) found.push({ line, text, words });
  }
  return found;
}

function isBelow(line: OpeningText, other: OpeningText): boolean {
  const gap = other.box.y - (line.box.y + line.box.height);
  const across =
    Math.min(line.box.x + line.box.width, other.box.x + other.box.width) - Math.max(line.box.x, other.box.x);
  return (
    other !== line &&
    Math.abs(gap) < line.box.height &&
    other.box.y > line.box.y &&
    across > 0 &&
    other.start <= line.end &&
    other.end >= line.start
  );
}

async function measured(
  { line, text, words }: LabelLine,
  stills: readonly Still[],
  frames: readonly SmallFrame[],
): Promise<AiLabel> {
  const { start, end, confidence } = line;
  const inside = (from: number, to: number) => stills.filter(({ time }) => time >= from && time <= to);
  const seen = inside(start, end);
  const first = await decoded(seen);
  const [size] = first;
  const roughly = inkOf(line, first);
  const times = seen.map(({ time }) => time);
  const presence = roughly && size ? labelPresence(frames, times, roughly, size) : null;
  // Frames may show it on more pictures than it was looked for on: what moves behind it then falls away.
  const shown = presence === null ? seen : inside(presence.start, Math.max(end, (presence.end ?? end) - 0.01));
  const pictures = await decoded(shown);
  const ink = inkOf(line, pictures) ?? roughly;
  return {
    start: presence?.start ?? start,
    end: Math.max(end, presence?.end ?? end),
    text,
    words,
    confidence,
    box: ink && size ? inkBox(ink, size, line.box) : line.box,
    height: ink ? heightOf(line, pictures, ink) : null,
    seconds: secondsShown(presence, line),
  };
}

/** Some of the pictures, evenly spread. */
function decoded(stills: readonly Still[]): Promise<Picture[]> {
  const step = Math.max(1, Math.ceil(stills.length / mostPictures));
  return Promise.all(stills.filter((_, n) => n % step === 0).map(({ jpeg }) => decodePicture(jpeg)));
}

/** Where the Chinese characters of a line are, px. */
function columnsOf({ box, readings }: OpeningText, { width }: Picture): number[] {
  const best = readings.toSorted((a, b) => b.confidence - a.confidence)[0];
  return (best?.characters ?? [])
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
    .map(({ x }) => (box.x + x * box.width) * width);
}

const pixelBox = ({ box }: OpeningText, { width, height }: Picture) => ({
  x: box.x * width,
  y: box.y * height,
  width: box.width * width,
  height: box.height * height,
});

function inkOf(line: OpeningText, pictures: readonly Picture[]): LabelInk | null {
  const [first] = pictures;
  return first === undefined ? null : labelInk(pictures, pixelBox(line, first), columnsOf(line, first));
}

/** The middle one of the heights by all pictures together and by each alone. */
function heightOf(line: OpeningText, pictures: readonly Picture[], ink: LabelInk): AiLabel['height'] {
  const alone = pictures.flatMap((picture) => inkOf(line, [picture]) ?? []);
  const shares = [ink, ...alone]
    .map(({ top, bottom }) => (bottom - top) / Math.min(pictures[0]!.width, pictures[0]!.height))
    .toSorted((a, b) => a - b);
  return { low: shares[0]!, median: shares[(shares.length - 1) >> 1]!, high: shares.at(-1)! };
}
