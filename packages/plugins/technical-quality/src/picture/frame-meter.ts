import { borderMeter, type BorderMeter } from './border.ts';
import { flashCells, luminance } from './flash-cells.ts';
import { frameTable, otherCell, type FrameTable } from './frame-table.ts';
import { side, type LumaFrame } from './luma-frame.ts';
import { lookMeter, type LookMeter } from './look.ts';

const cellCount = side * side;
/** Every second row is looked at: they differ little from one to the next. */
const rowStep = 2;
/** Where the cell that changes most may change by less than this (0–255), the other rows count too: what is a stop and what is coding is told there. */
const exactChange = 6;
/** {@link luminance} in whole steps, which are added up faster. */
const shineSteps = 1024;
const shines = Int32Array.from(luminance, (value) => Math.round(value * shineSteps));

/**
 * Mean change (0–255) of the cell that changes most, up to which a frame is the one before again; and from the first of such a row on, so
 * that a slow zoom is none. Chosen on the clips of test/faults.test.ts.
 */
const sameCell = 0.5;
const sameAsFirst = 1.5;

/** A frame, the one before, and the first column of each cell and the one after the last. */
interface FramePair {
  readonly data: Uint8Array;
  readonly before: Uint8Array;
  readonly columns: Int32Array;
}

/** Where a row begins in the frame, and its first cell. */
interface RowPlace {
  readonly at: number;
  readonly cell: number;
}

/** Sums of each cell: brightness, change, and luminance in steps. */
interface CellSums {
  readonly sums: Float64Array;
  readonly changes: Float64Array;
  readonly light: Float64Array;
}

/** Adds a row; returns its squares. A function of its own: within `push`, V8 compiled all of that six times before it stayed. */
function addRow({ data, before, columns }: FramePair, place: RowPlace, { sums, changes, light }: CellSums): number {
  let squares = 0;
  for (let column = 0, cell = place.cell; column < side; column++, cell++) {
    const end = place.at + columns[column + 1]!;
    // Whole numbers only: they are added up faster, and those of a row of a cell stay below 2³¹.
    let sum = 0;
    let change = 0;
    let square = 0;
    let shine = 0;
    for (let i = place.at + columns[column]!; i < end; i++) {
      const value = data[i]!;
      sum += value;
      square += value * value;
      change += Math.abs(value - before[i]!);
      shine += shines[value]!;
    }
    squares += square;
    sums[cell]! += sum;
    changes[cell]! += change;
    light[cell]! += shine;
  }
  return squares;
}

const firstLooked = (row: number): number => row + (row % rowStep);

/** Measures the frames of an episode one after the other; it holds two of them. */
export interface FrameMeter {
  /** @param time presentation time, seconds */
  push(time: number, frame: LumaFrame): void;
  readonly table: FrameTable;
  readonly borders: BorderMeter;
  readonly looks: LookMeter;
}

/** Starts measuring an episode. */
export function frameMeter(): FrameMeter {
  const table = frameTable();
  const borders = borderMeter();
  const looks = lookMeter();
  const flashes = flashCells(cellCount);
  let width = 0;
  let height = 0;
  let columns = new Int32Array(0);
  let rows = new Int32Array(0);
  let pixels: Float32Array = new Float32Array(cellCount);
  let lookedPixels: Float32Array = new Float32Array(cellCount);
  let lookedRows = 0;
  let before = new Uint8Array(0);
  let reference = new Uint8Array(0);
  const sums = new Float64Array(cellCount);
  const changes = new Float64Array(cellCount);
  const light = new Float64Array(cellCount);
  // The luminance of half of the rows is enough.
  const unused = new Float64Array(cellCount);
  const means = new Float32Array(cellCount);
  const meansBefore = new Float32Array(cellCount);

  const open = (frame: LumaFrame): void => {
    ({ width, height } = frame);
    columns = edges(width);
    rows = edges(height);
    const pixelsOf = (rowsOf: (row: number) => number) =>
      Float32Array.from({ length: cellCount }, (_, cell) => {
        const [row, column] = [Math.floor(cell / side), cell % side];
        return rowsOf(row) * (columns[column + 1]! - columns[column]!);
      });
    const lookedBefore = (y: number): number => Math.ceil(y / rowStep);
    pixels = pixelsOf((row) => rows[row + 1]! - rows[row]!);
    lookedPixels = pixelsOf((row) => lookedBefore(rows[row + 1]!) - lookedBefore(rows[row]!));
    lookedRows = lookedBefore(height);
    before = new Uint8Array(width * height);
    reference = new Uint8Array(width * height);
  };

  // The most that a cell differs from the reference, 0–255.
  const fromReference = (data: Uint8Array): number => {
    let most = 0;
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        let sum = 0;
        for (let y = rows[row]!; y < rows[row + 1]!; y++) {
          const end = y * width + columns[column + 1]!;
          for (let i = y * width + columns[column]!; i < end; i++) sum += Math.abs(data[i]! - reference[i]!);
        }
        most = Math.max(most, sum / pixels[row * side + column]!);
      }
    }
    return most;
  };

  return {
    table,
    borders,
    looks,
    push(time, frame) {
      const first = table.time.length === 0;
      if (frame.width !== width || frame.height !== height) open(frame);
      const { data } = frame;
      sums.fill(0);
      changes.fill(0);
      light.fill(0);
      const pair = { data, before, columns };
      let squares = 0;
      for (let row = 0; row < side; row++) {
        for (let y = firstLooked(rows[row]!); y < rows[row + 1]!; y += rowStep)
          squares += addRow(pair, { at: y * width, cell: row * side }, { sums, changes, light });
      }
      const lookedCount = lookedRows * width;
      const lookedMean = sums.reduce((all, each) => all + each, 0) / lookedCount;
      const deviation = Math.sqrt(Math.max(0, squares / lookedCount - lookedMean ** 2));
      let most = 0;
      for (let cell = 0; cell < cellCount; cell++) {
        const share = 1 / Math.max(1, lookedPixels[cell]!);
        most = Math.max(most, changes[cell]! * share);
        light[cell]! *= share / shineSteps;
      }
      // All rows together change by half of what these do at least.
      const isWhole = most <= rowStep * exactChange;
      if (isWhole) {
        for (let row = 0; row < side; row++) {
          for (let y = rows[row]!; y < rows[row + 1]!; y++)
            if (y % rowStep !== 0) addRow(pair, { at: y * width, cell: row * side }, { sums, changes, light: unused });
        }
      }
      const counts = isWhole ? pixels : lookedPixels;
      let sum = 0;
      let change = 0;
      let cellChange = 0;
      let changed = 0;
      for (let cell = 0; cell < cellCount; cell++) {
        const share = 1 / Math.max(1, counts[cell]!);
        sum += sums[cell]!;
        change += changes[cell]!;
        cellChange = Math.max(cellChange, changes[cell]! * share);
        means[cell] = sums[cell]! * share;
        if (Math.abs(means[cell]! - meansBefore[cell]!) >= otherCell) changed++;
      }
      const count = isWhole ? width * height : lookedCount;
      const mean = sum / count;
      const still = !first && cellChange <= sameCell && fromReference(data) <= sameAsFirst;
      const { lighter, darker } = flashes.push(light);
      table.time.push(time);
      table.mean.push(mean);
      table.deviation.push(deviation);
      table.change.push(first ? 0 : change / count);
      table.cellChange.push(first ? 0 : cellChange);
      table.changedCells.push(first ? 0 : changed / cellCount);
      table.still.push(still ? 1 : 0);
      table.lighter.push(lighter);
      table.darker.push(darker);
      borders.push(time, frame, mean);
      looks.push(time, means, deviation);
      before.set(data.subarray(0, width * height));
      if (!still) reference.set(before);
      meansBefore.set(means);
    },
  };
}

function edges(length: number): Int32Array<ArrayBuffer> {
  return Int32Array.from({ length: side + 1 }, (_, i) => Math.round((i * length) / side));
}
