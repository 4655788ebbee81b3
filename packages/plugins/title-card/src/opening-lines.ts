import { cuesTrack, type CheckerContext, type Episode } from '@shenpian/core';
import { isDialogue } from './dialogue.ts';
import { numberLike } from './number-text.ts';
import { openingTextTrack, type OpeningText } from './opening-text.ts';

/**
 * Lines in the opening of an episode that are no dialogue. Reads the tracks `opening-text` and `cues`. Nobody says a number: in a
 * short episode a card may have been taken for a subtitle.
 */
export function openingLines({ read }: Pick<CheckerContext<unknown>, 'read'>, episode: Episode): OpeningText[] {
  const cues = read(cuesTrack, episode);
  return read(openingTextTrack, episode).filter(
    (line) => line.part === 'opening' && (numberLike(line.text) || !isDialogue(line, cues)),
  );
}
