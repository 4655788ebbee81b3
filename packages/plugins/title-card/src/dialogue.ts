import { overlap, type Box, type Cue } from '@shenpian/core';
import { boxOverlap, similarity } from '@shenpian/plugin-subtitle-ocr';

/** Cues are known to the fifth of a second, texts by the pictures that show them. */
const slack = 0.6;
/** A text this much like a cue of its time is that cue. */
const alike = 0.7;

/** Whether a text on screen is dialogue: what people say proves no title, number, credit or label. */
export function isDialogue(
  line: { readonly start: number; readonly end: number; readonly text: string; readonly box: Box },
  cues: readonly Cue[],
): boolean {
  const shown = { start: line.start - slack, end: line.end + slack };
  return cues.some((cue) => {
    if (overlap(shown, cue) === 0) return false;
    return (
      cue.text.split('\n').some((row) => similarity(row, line.text) >= alike) && boxOverlap(line.box, cue.box) > 0.2
    );
  });
}
