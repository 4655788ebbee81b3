import type { Picture, Region } from '@shenpian/core';
import type { ReadingOptions } from './options.ts';
import { glyphPerLine, usualGlyph, type RowPlace, type SubtitleBand } from './subtitle-band.ts';

/** Height of the rows whose ink is followed, in heights of a line. */
const followed = 0.7;

/** Where things are in the frames of a band, px. */
export interface FramePlace {
  /** The row that is followed, as fractions of the picture; null when none is known. */
  readonly row: RowPlace | null;
  /** What the frames show, as fractions of the picture. */
  readonly region: Region;
  /** Height of a character. */
  readonly glyph: number;
  /** Rows whose ink is followed, `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Middle of the lines; null when they are not aligned by it. */
  readonly centre: number | null;
  /** The row that is followed and those that show with it; empty when no row is known. */
  readonly rows: readonly RowPlace[];
}

/** The place of a band's row in its frames. */
export function framePlace(frame: Picture, { region, row }: SubtitleBand, options: ReadingOptions): FramePlace {
  const { width, height } = frame;
  const scale = height / region.height;
  if (!row) {
    const glyph = Math.max(8, usualGlyph * Math.min(width / region.width, scale));
    return { row, region, glyph, centre: options.region ? null : width / 2, from: 0, to: height, rows: [] };
  }
  const inFrame = (place: RowPlace): RowPlace => ({ y: (place.y - region.y) * scale, height: place.height * scale });
  const first = inFrame(row);
  const rows = [first, ...row.companions.map(inFrame)];
  return {
    row,
    region,
    glyph: Math.max(8, first.height * glyphPerLine),
    centre: row.centre === null ? null : ((row.centre - region.x) / region.width) * width,
    from: Math.min(...rows.map(({ y }) => y - followed * first.height)),
    to: Math.max(...rows.map(({ y }) => y + followed * first.height)),
    rows,
  };
}
