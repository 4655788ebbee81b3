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

/** Frames that a dissolve may have in a CMX3600 list: three digits. */
const longestDissolve = 999;

/**
 * The shot list as a CMX3600 EDL: one event a shot, source and record times alike, reel AX. A gradual transition is a dissolve (`D`)
 * of as many frames as it takes: the event begins with it, half of it before the shot's own start. One whose length the shot does not
 * say is a cut with a comment.
 *
 * @throws TypeError when `fps` is not positive.
 */
export function shotsToEdl(shots: readonly Shot[], { title, clip, fps }: EdlSource): string {
  const begins = shots.map((shot) => beginOf(shot, fps));
  const events = shots.flatMap(({ end, transition, confidence }, index) => {
    const { at, frames } = begins[index]!;
    const from = frameTimecode(at, fps);
    const to = frameTimecode(begins[index + 1]?.at ?? end, fps);
    const number = String(index + 1).padStart(3, '0');
    const line = (effect: string, until: string): string =>
      `${number}  AX       V     ${effect.padEnd(8)} ${from} ${until} ${from} ${until}`;
    const name = oneLine(clip);
    if (frames > 0) {
      const dissolve = `D    ${String(frames).padStart(3, '0')}`;
      return [
        line('C', from),
        line(dissolve, to),
        `* FROM CLIP NAME: ${name}`,
        `* TO CLIP NAME: ${name}`,
        `* GRADUAL TRANSITION, CONFIDENCE ${confidence.toFixed(2)}`,
      ];
    }
    const event = [line('C', to), `* FROM CLIP NAME: ${name}`];
    if (transition === 'gradual') event.push(`* GRADUAL TRANSITION, CONFIDENCE ${confidence.toFixed(2)}`);
    return event;
  });
  const head = [`TITLE: ${oneLine(title)}`, 'FCM: NON-DROP FRAME', ''];
  return [...head, ...events, ''].join('\n');
}

/** When the event of a shot begins, seconds, and the frames of the dissolve that it begins with. */
function beginOf({ start, end, transitionSeconds = 0 }: Shot, fps: number): { at: number; frames: number } {
  // It cannot take longer than twice the shot that it leads into.
  const seconds = Math.min(transitionSeconds, 2 * start, 2 * (end - start));
  const frames = Math.min(longestDissolve, Math.round(seconds * fps));
  return { at: start - Math.floor(frames / 2) / fps, frames };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
