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
}
