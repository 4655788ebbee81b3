/** Where one shot ends and the next begins. */
export interface Boundary {
  /** Index of the first frame of the new shot; for a gradual transition, of the frame in its middle. */
  readonly frame: number;
  /** Presentation time of that frame, seconds. */
  readonly time: number;
  readonly transition: 'cut' | 'gradual';
  /** 0–1. */
  readonly confidence: number;
  /** Frames before and after `frame` that may show both shots, or neither; 0 for a cut. */
  readonly reach: number;
  /** How long a gradual transition takes, seconds, as far as the detector can tell; 0 for a cut. */
  readonly seconds: number;
}

/** Seconds from one frame to another; frames beyond the ends are taken as those at the ends. */
export function secondsAcross(
  { time, frames }: { readonly time: ArrayLike<number>; readonly frames: number },
  first: number,
  last: number,
): number {
  const at = (frame: number): number => time[Math.max(0, Math.min(frames - 1, Math.round(frame)))]!;
  return at(last) - at(first);
}
