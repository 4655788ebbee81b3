import { cuesTrack, defineTrack, type Cue } from '@shenpian/core';
import { burnedInTrack, type BurnedIn } from './burned-in.ts';
import { cuesOptionsSchema, type CuesOptions } from './options.ts';
import { readableCharacters } from './readable-characters.ts';
import { repairWith } from './repair.ts';

/**
 * Burned-in dialogue 字幕条, with what was misread put right by the names and the script of the series. Another cast or script
 * makes it anew without reading the picture again.
 */
export const subtitleCues = defineTrack<Cue, CuesOptions>({
  type: cuesTrack,
  version: 5,
  options: cuesOptionsSchema,
  reads: [burnedInTrack],
  basis: ({ vocabulary }) => vocabulary ?? null,
  async build({ episode, options, read }) {
    const cues = await read(burnedInTrack);
    const { vocabulary } = episode;
    const repair = options.repair && vocabulary ? repairWith(vocabulary, await readableCharacters()) : () => ({});
    return cues.map((cue) => withDoubts({ ...asRead(cue), ...repair(cue.characters) }, cue.characters));
  },
});

function asRead({ start, end, text, box, confidence, engine }: Cue): Cue {
  return { start, end, text, box, confidence, engine };
}

/** The network gave what it misread less than this (see `surelyOther` of the repair); other readings rarer than this are noise. */
const sure = 0.9;
const leastSeen = 0.005;

/** The cue with the characters that the reader was not sure of, unless names or the script settled them. */
function withDoubts(cue: Cue, characters: BurnedIn['characters']): Cue {
  let at = 0;
  const doubtful = characters.flatMap(({ text, confidence, alternatives }) => {
    const place = at;
    at += text.length;
    if (text.trim() === '' || confidence >= sure || !cue.text.startsWith(text, place)) return [];
    return [
      {
        at: place,
        confidence,
        alternatives: alternatives.filter((other) => other.confidence >= leastSeen && other.text !== text),
      },
    ];
  });
  // A repair that changed the length moved what comes after it.
  return doubtful.length === 0 || at !== cue.text.length ? cue : { ...cue, doubtful };
}
