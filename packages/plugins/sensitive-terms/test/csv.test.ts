import { expect, test } from 'vitest';
import { parseTable } from '../src/lexicon/csv.ts';

test.each([
  [
    'plain',
    'a,b\nc,d',
    [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ],
  ],
  [
    'CRLF and a last line end',
    'a,b\r\nc,d\r\n',
    [
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ],
  ],
  [
    'quotes',
    '"a,1","b""2"\n"c\n3",d\ne,f',
    [
      [1, 'a,1', 'b"2'],
      [2, 'c\n3', 'd'],
      [4, 'e', 'f'],
    ],
  ],
  [
    'empty cells and rows',
    ',a,\n\n,,\nb',
    [
      [1, '', 'a', ''],
      [4, 'b'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, expected) => {
  expect(parseTable(text).map(({ line, cells }) => [line, ...cells])).toEqual(expected);
});
