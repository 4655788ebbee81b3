import type { SampleRequest } from '@shenpian/core';

/** Pictures a second: times are known to half the gap, 0.2 s. */
const rate = 2.5;
/** Width of the pictures, px: characters that screen text can read are 6 px high here. */
const width = 270;

/** What both tracks of standing things ask of the decode: the same, so that it is made once. */
export const smallFrames: SampleRequest = { kind: 'luma', width, rate };
