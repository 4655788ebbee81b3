import { createHash } from 'node:crypto';
import { subtitleRows } from './film-picture.mjs';

/** Stills as the matcher takes them, one a second from `start`. */
export const stills = (jpegs, start = 0, masked = subtitleRows) =>
  jpegs.map((jpeg, i) => ({
    time: start + i + 0.5,
    sha256: createHash('sha256').update(jpeg).digest('hex'),
    jpeg,
    masked,
  }));
