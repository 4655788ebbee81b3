import { episode1 } from "./episode-1.mjs";
import { episode2 } from "./episode-2.mjs";
import { episode3 } from "./episode-3.mjs";

/**
 * What is shot: episodes as lists of shots. All numbers are frames at 25 fps, counted from the first frame of the shot.
 * view: [x, y, zoom] of the camera over the background at the start and at the end (x and y are fractions of the picture).
 * dissolve: how many frames this shot shares with the one before it. cues: [at, frames, speaker, text, adLib?].
 */
export const fps = 25;

export const episodes = [episode1, episode2, episode3];
