import { boxSchema, defineTrack, defineTrackType, sharedCopy, type Picture, type TrackContext } from '@shenpian/core';
import { decodePicture } from '@shenpian/plugin-subtitle-ocr';
import { openingTextTrack, type LineCloseUp, type OpeningText } from '@shenpian/plugin-title-card';
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
/** Width of those frames, px: characters of 5 % of it are 24 px high, and 100 frames take 40 MB; at 320 letters and outline blur into the background. */
const frameWidth = 480;
/** A label is measured on so many pictures. */
const mostPictures = 4;

/** Measures AI labels: texts and close-ups come from `opening-text`, how long they show from every frame. */
export const aiLabels = defineTrack<AiLabel, object>({
  type: aiLabelsTrack,
  version: 3,
  options: z.strictObject({}).prefault({}),
  reads: [openingTextTrack],
  samples: () => ({
    frame: { kind: 'luma', width: frameWidth, rate: 'every-frame', window: { start: 0, end: frameSeconds } },
  }),
  build,
});

async function build(context: TrackContext<object>): Promise<AiLabel[]> {
  const frames: SmallFrame[] = [];
  for await (const sample of context.samples) {
    if (sample.kind !== 'luma') continue;
    frames.push({ ...sample, data: sharedCopy(sample.data) });
    context.recycle(sample.data);
  }
  const texts = await context.read(openingTextTrack);
  const labels: AiLabel[] = [];
  for (const label of labelLines(texts.filter(({ part }) => part === 'opening'))) {
    context.signal.throwIfAborted();
    labels.push(await measured(label, await closeUpsOf(label.line, context), frames));
  }
  return labels;
}

/** A close-up of a label, decoded. */
interface Sight extends Picture {
  readonly time: number;
}

/** The pictures of a line; none when the store has lost them, and then nothing is measured. */
async function closeUpsOf({ closeUp }: OpeningText, { kept }: TrackContext<object>): Promise<Sight[]> {
  const sights: Sight[] = [];
  for (const { time, sha256 } of closeUp?.pictures ?? []) {
    const bytes = await kept?.(sha256);
    if (bytes) sights.push({ time, ...(await decodePicture(bytes)) });
  }
  return sights;
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
    const broken = next && ![line, next].some(({ text }) => labelWords(text, elements) === 'whole');
    const both = broken && labelWords(line.text + next.text, elements) === 'whole' ? line.text + next.text : null;
    const like = (wanted: LabelWords): string | undefined =>
      texts.find((text) => labelWords(text, elements) === wanted);
    const whole = like('whole') ?? both;
    if (next && both !== null && whole === both) used.add(next);
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
  sights: readonly Sight[],
  frames: readonly SmallFrame[],
): Promise<AiLabel> {
  const { start, end, confidence, closeUp } = line;
  const first = some(sights);
  const roughly = closeUp && inkOf(line, closeUp, first);
  const times = sights.map(({ time }) => time);
  const presence = roughly ? labelPresence(frames, times, roughly, closeUp) : null;
  const inside = sights.filter(({ time }) => presence === null || time >= presence.start);
  const shown = some(inside);
  const same = shown.length === first.length && shown.every((each, n) => each === first[n]);
  const ink = closeUp && (same ? roughly : (inkOf(line, closeUp, shown) ?? roughly));
  return {
    start: presence?.start ?? start,
    end: Math.max(end, presence?.end ?? end),
    text,
    words,
    confidence,
    box: ink ? inkBox(ink, closeUp, line.box) : line.box,
    height: ink ? heightOf(line, closeUp, shown, ink) : null,
    seconds: secondsShown(presence, line),
  };
}

/** Some of the pictures, evenly spread. */
function some<T>(pictures: readonly T[]): T[] {
  const step = Math.max(1, Math.ceil(pictures.length / mostPictures));
  return pictures.filter((_, n) => n % step === 0);
}

/** Where the Chinese characters of a line are on its close-ups, px. */
function columnsOf({ readings }: OpeningText, { line, area }: LineCloseUp): number[] {
  const best = readings.toSorted((a, b) => b.confidence - a.confidence)[0];
  return (best?.characters ?? [])
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
    .map(({ x }) => line.x - area.x + x * line.width);
}

/** The ink, in px of the whole picture. */
function inkOf(text: OpeningText, closeUp: LineCloseUp, sights: readonly Picture[], light?: boolean): LabelInk | null {
  const { line, area } = closeUp;
  const box = { ...line, x: line.x - area.x, y: line.y - area.y };
  const ink = labelInk(sights, box, columnsOf(text, closeUp), light);
  if (ink === null) return null;
  return {
    ...ink,
    top: ink.top + area.y,
    bottom: ink.bottom + area.y,
    area: { ...ink.area, x: ink.area.x + area.x, y: ink.area.y + area.y },
  };
}

/**
 * The middle one of the heights by all pictures together and by each alone. `low`, `high` leave out the extreme ones of four or five: on one
 * picture something bright may touch the letters.
 */
function heightOf(
  line: OpeningText,
  closeUp: LineCloseUp,
  sights: readonly Picture[],
  ink: LabelInk,
): AiLabel['height'] {
  const alone = sights.flatMap((sight) => inkOf(line, closeUp, [sight], ink.light) ?? []);
  const shares = [ink, ...alone]
    .map(({ top, bottom }) => (bottom - top) / Math.min(closeUp.width, closeUp.height))
    .toSorted((a, b) => a - b);
  const outside = shares.length >= 4 ? 1 : 0;
  return { low: shares[outside]!, median: shares[(shares.length - 1) >> 1]!, high: shares.at(-1 - outside)! };
}
