import { expect, it } from 'vitest';
import type { InkMask } from '../src/ink.ts';
import { textSpan } from '../src/ink-span.ts';

/** A mask of one row of `#`, 10 px a sign. */
function mask(row: string): InkMask {
  const data = Uint8Array.from([...row].flatMap((sign) => Array.from({ length: 10 }, () => (sign === '#' ? 1 : 0))));
  return { width: data.length, height: 1, step: 1, data, count: data.reduce((sum, bit) => sum + bit, 0) };
}

it.each<[string, string, { centre?: number | null; background?: string }, [number, number] | null]>([
  ['a line', '....######....', {}, [40, 100]],
  ['a line with a gap like a comma’s', '..####.####...', {}, [20, 110]],
  ['the line in the middle, not the sign beside it', '...#####...........####', { centre: 55 }, [30, 80]],
  ['all of a line that is not aligned', '#####.........##', { centre: null }, [0, 50]],
  ['a line without the background at its end', '...########', { centre: 55, background: '.........##' }, [30, 90]],
  ['nothing', '..............', {}, null],
])('%s', (_, row, { centre = 70, background }, expected) => {
  const found = textSpan(mask(row), { glyph: 10, centre, background: background ? mask(background) : null });
  expect(found && [found.from, found.to]).toEqual(expected);
});
