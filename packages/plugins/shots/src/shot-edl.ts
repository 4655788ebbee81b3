import type { Shot } from '@shenpian/core';
import { frameTimecode } from './frame-timecode.ts';

/** What an EDL says about the material. */
export interface EdlSource {
  /** Title of the list. */
  readonly title: string;
  /** File name of the episode, for the clip-name comments. */
  readonly clip: string;
  /** Frames per second of the episode; must be positive. */
  readonly fps: number;
}

/**
 * The shot list as a CMX3600 EDL: one event a shot, source and record times alike, reel AX. Gradual transitions are
 * written as cuts at their middle with a comment, because a shot does not say how long they last.
 *
 * @throws TypeError when `fps` is not positive.
 */
export function shotsToEdl(shots: readonly Shot[], { title, clip, fps }: EdlSource): string {
  const events = shots.flatMap(({ start, end, transition, confidence }, index) => {
    const from = frameTimecode(start, fps);
    const to = frameTimecode(end, fps);
    const number = String(index + 1).padStart(3, '0');
    const event = [
      `${number}  AX       V     C        ${from} ${to} ${from} ${to}`,
      `* FROM CLIP NAME: ${oneLine(clip)}`,
    ];
    if (transition === 'gradual') event.push(`* GRADUAL TRANSITION, CONFIDENCE ${confidence.toFixed(2)}`);
    return event;
  });
  const head = [`TITLE: ${oneLine(title)}`, 'FCM: NON-DROP FRAME', ''];
  return [...head, ...events, ''].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
