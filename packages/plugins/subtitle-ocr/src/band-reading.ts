import type { Picture } from '@shenpian/core';
import { comparable, likeness } from './comparison.ts';
import type { PixelBox } from './crop.ts';
import { sameRow } from './detection.ts';
import type { Engine, TextLine } from './engine.ts';
import type { LineText } from './line-text.ts';
import { boxOverlap } from './reading.ts';

/** What of a picture of the band is to be read. */
export interface BandRequest {
  /** Character height, px. */
  readonly glyph: number;
  /** Lines known by their ink. */
  readonly boxes: readonly PixelBox[];
  /** Whether lines are to be looked for besides. */
  readonly search: boolean;
  /** Lines read with less confidence are read by a second engine too; 0 asks for none. */
  readonly secondOpinion: number;
}

/** A line read with less is looked for again with the network that finds lines: its ink may have been background too. */
const doubtful = 0.85;
/** Lines of so few characters are read twice. */
const short = 2;
/** Lines read with less than this are noise: Tesseract is not loaded for them. */
const leastWorth = 0.6;
/** Two engines that read this much alike agree. */
const agreeing = 0.75;

/** Different readings of one line, the best first. */
type Readings = TextLine[];

/**
 * Reads a picture of the band: the lines known by their ink, and where there is none, or it reads badly, what the engine
 * finds. In reading order.
 *
 * @param openSecond Opens the second engine; null when there is none.
 */
export async function readBand(
  engine: Engine,
  picture: Picture,
  request: BandRequest,
  openSecond: () => Promise<Engine | null>,
): Promise<TextLine[]> {
  const { glyph, boxes, search, secondOpinion } = request;
  const lines: Readings[] = [];
  for (const box of boxes) {
    const readings = await readKnown(engine, picture, box, glyph);
    if (readings.length > 0) lines.push(readings);
  }
  const sure =
    lines.length > 0 && lines.length === boxes.length && lines.every(([best]) => best!.confidence >= doubtful);
  if (!sure || search) await findMore(engine, picture, glyph, lines);
  const read: TextLine[] = [];
  for (const readings of lines.filter((one) => !lines.some((other) => displaces(other, one)))) {
    const { confidence, text } = readings[0]!;
    // What is read out of leaves and railings is worse, or short, and dropped anyway.
    const worthIt = confidence < secondOpinion && confidence >= leastWorth && text.length > short;
    const second = worthIt ? await openSecond() : null;
    read.push(second ? await voted(readings, second, picture) : readings[0]!);
  }
  return read.toSorted((a, b) => (sameRow(a.box, b.box) ? a.box.x - b.box.x : a.box.y - b.box.y));
}

/** Reads a line known by its ink, twice when it is short or reads badly. */
async function readKnown(engine: Engine, picture: Picture, box: PixelBox, glyph: number): Promise<Readings> {
  const first = await engine.readLine(picture, box, glyph);
  const readings = [{ ...first, ...tightened(first, box, glyph) }];
  if (first.confidence < doubtful || first.characters.length <= short) {
    const closer = shrunk(box, glyph);
    const again = await engine.readLine(picture, closer, glyph);
    readings.push({ ...again, ...tightened(again, closer, glyph) });
  }
  return bestFirst(readings);
}

/** Adds the lines that the engine finds, and its readings of those that were doubtful. */
async function findMore(engine: Engine, picture: Picture, glyph: number, lines: Readings[]): Promise<void> {
  for (const box of await engine.find(picture, glyph)) {
    const known = lines.find(([best]) => sameRow(best!.box, box) || boxOverlap(best!.box, box) > 0.5);
    // What was read surely is not read again, nor is a sign beside it.
    if (known && known[0]!.confidence >= doubtful) continue;
    const line = { ...(await engine.readLine(picture, box, null)), box };
    if (line.text === '') continue;
    if (known) known.splice(0, known.length, ...bestFirst([...known, line]));
    else lines.push([line]);
  }
}

/** Whether a line was found where another was read badly: that one lay across two rows. */
function displaces([found]: Readings, [known]: Readings): boolean {
  if (found === known || known!.confidence >= doubtful || found!.confidence < doubtful) return false;
  return boxOverlap(found!.box, known!.box) > 0.15;
}

/** Of several readings the one that another engine comes closest to; surer when it agrees. */
async function voted(readings: Readings, second: Engine, picture: Picture): Promise<TextLine> {
  const other = comparable((await second.readLine(picture, readings[0]!.box, null)).text);
  const closeness = (line: TextLine): number => likeness(comparable(line.text), other);
  const closest = readings.toSorted((a, b) => closeness(b) - closeness(a))[0]!;
  if (closeness(closest) < agreeing) return readings[0]!;
  return { ...closest, confidence: (1 + closest.confidence) / 2 };
}

function bestFirst(readings: readonly TextLine[]): Readings {
  return readings.filter(({ text }) => text !== '').toSorted((a, b) => merit(b) - merit(a));
}

/** A box cut closer: of one or two characters a little margin decides what is read (嗯, 圆). */
function shrunk(box: PixelBox, glyph: number): PixelBox {
  const [less, lower] = [0.1 * glyph, 0.08 * box.height];
  return {
    x: box.x + less,
    y: box.y + lower / 2,
    width: Math.max(1, box.width - 2 * less),
    height: box.height - lower,
  };
}

/** The box of the characters alone, without the margin and the bright things at the ends; places are fractions of it then. */
function tightened({ characters }: LineText, box: PixelBox, glyph: number): Pick<TextLine, 'box' | 'characters'> {
  const read = characters.filter(({ text }) => text.trim() !== '');
  const place = ({ x }: { readonly x: number }): number => box.x + x * box.width;
  const from = Math.max(box.x, Math.min(...read.map(place)) - glyph / 2);
  const to = Math.min(box.x + box.width, Math.max(...read.map(place)) + glyph / 2);
  const width = Math.max(1, to - from);
  return {
    box: { ...box, x: from, width },
    characters: characters.map((character) => ({ ...character, x: (place(character) - from) / width })),
  };
}

/** How much more than half sure the characters are, together: of two readings of one line the more telling one has more. */
function merit({ characters }: LineText): number {
  return characters.reduce((sum, { text, confidence }) => sum + (text === '' ? -0.5 : confidence - 0.5), 0);
}
