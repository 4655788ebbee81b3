import { cuesTrack, defineTrack, type Cue } from '@shenpian/core';
import { burnedInTrack } from './burned-in.ts';
import { cuesOptionsSchema, type CuesOptions } from './options.ts';
import { readableCharacters } from './readable-characters.ts';
import { repairWith } from './repair.ts';

/**
 * Burned-in dialogue 字幕条, with what was misread put right by the names and the script of the series. Another cast or script
 * makes it anew without reading the picture again.
 */
export const subtitleCues = defineTrack<Cue, CuesOptions>({
  type: cuesTrack,
  version: 4,
  options: cuesOptionsSchema,
  reads: [burnedInTrack],
  basis: ({ vocabulary }) => vocabulary ?? null,
  async build({ episode, options, read }) {
    const cues = await read(burnedInTrack);
    const { vocabulary } = episode;
    if (!options.repair || !vocabulary) return cues.map(asRead);
    const repair = repairWith(vocabulary, await readableCharacters());
    return cues.map((cue) => ({ ...asRead(cue), ...repair(cue.characters) }));
  },
});

function asRead({ start, end, text, box, confidence, engine }: Cue): Cue {
  return { start, end, text, box, confidence, engine };
}
