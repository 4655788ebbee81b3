import { cellBytes, spanLengths, type FrameFeatures } from './frame-features.ts';

/** Features that grow frame by frame. */
export type FeatureTable = { -readonly [Column in keyof FrameFeatures]: FrameFeatures[Column] };

const perFrame = [
  'time',
  'mean',
  'deviation',
  'sharpness',
  'luma',
  'blocks',
  'structure',
  'detail',
  'colour',
  'changed',
] as const;
const perSpan = ['spanLuma', 'spanBlocks', 'spanStructure', 'spanDetail', 'spanColour', 'spanBlend'] as const;
/** Three minutes at 25 frames a second. */
const firstCapacity = 4500;

/** An empty table. */
export function featureTable(): FeatureTable {
  const single = (): Float32Array => new Float32Array(firstCapacity);
  const spans = (): Float32Array => new Float32Array(firstCapacity * spanLengths.length);
  return {
    frames: 0,
    time: new Float64Array(firstCapacity),
    mean: single(),
    deviation: single(),
    sharpness: single(),
    luma: single(),
    blocks: single(),
    structure: single(),
    detail: single(),
    colour: single(),
    changed: single(),
    spanLuma: spans(),
    spanBlocks: spans(),
    spanStructure: spans(),
    spanDetail: spans(),
    spanColour: spans(),
    spanBlend: spans(),
    cells: new Uint8Array(firstCapacity * cellBytes),
  };
}

/** Makes room for one more frame: twice the room when there is none, so that a frame costs no allocation. */
export function makeRoom(table: FeatureTable): void {
  if (table.frames < table.time.length) return;
  table.time = twice(table.time, new Float64Array(2 * table.time.length));
  for (const column of [...perFrame, ...perSpan]) {
    if (column !== 'time') table[column] = twice(table[column], new Float32Array(2 * table[column].length));
  }
  table.cells = twice(table.cells, new Uint8Array(2 * table.cells.length));
}

function twice<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
