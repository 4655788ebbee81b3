import { duration } from '@shenpian/core';
import { copiedPhotos } from './evidence-item.ts';
import { grouped } from './grouped.ts';
import type { PlaceContext } from './place-evidence.ts';
import type { PlaceMatch } from './place-matches-track.ts';

/** Reports what photos prove, once per episode and photo at its longest shot, and photos that are frames of the film. */
export function photoFindings({ report }: PlaceContext, matches: ReadonlyMap<number, readonly PlaceMatch[]>): void {
  const copies = copiedPhotos(matches);
  for (const [episode, items] of matches) {
    for (const group of grouped(items, ({ location, photo }) => `${location}\n${photo.path}`)) {
      const copy = group.find((match) => match.copy);
      const shown = copy ?? group.reduce((a, b) => (duration(b) > duration(a) ? b : a));
      const { start, end, location, photo } = shown;
      const at = { episode, start, end };
      const evidence = [{ kind: 'document' as const, ...photo }];
      const identity = [location, photo.sha256];
      if (copy !== undefined) {
        report({
          messageId: 'photoIsFrame',
          level: 'warning',
          data: { photo: photo.path, location },
          at,
          evidence,
          identity,
        });
      } else if (shown.proof && !copies.has(photo.sha256)) {
        const seconds = group.reduce((sum, match) => sum + duration(match), 0).toFixed(1);
        const data = { photo: photo.path, location, episode, shots: group.length, seconds };
        report({
          messageId: 'placeProven',
          level: 'info',
          data,
          at,
          evidence,
          identity,
        });
      }
    }
  }
}
