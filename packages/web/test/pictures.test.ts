import { describe, expect, test } from 'vitest';
import { embedPictures, picturePaths } from '../src/pictures.ts';
import { caseNamed } from './page.ts';
import { drawFrame } from './picture.ts';

const { report } = caseNamed('one-violation-and-evidence-missing');

test('picturePaths: violations first, posters last, no documents', () => {
  const paths = picturePaths(report);
  expect(paths[0]).toBe('evidence/ep02-0002.jpg');
  expect(paths.slice(-6)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `evidence/poster-0${number}.jpg`));
  expect(paths).toHaveLength(10);
});

describe('embedPictures', () => {
  test('equal bytes are embedded once', async () => {
    const pictures = await embedPictures(['a', 'b', 'c'], (path) => drawFrame(path === 'c' ? 'c' : 'a'), 1e6);
    expect(pictures.get('a')).toBe(pictures.get('b'));
    expect(pictures.get('c')).not.toBe(pictures.get('a'));
  });

  test('over the budget pictures are linked, and no longer read', async () => {
    const read: string[] = [];
    const one = (await drawFrame('a')).length * 1.5;
    const pictures = await embedPictures(
      ['a', 'b', 'c'],
      (path) => {
        read.push(path);
        return drawFrame(path);
      },
      one,
    );
    expect(pictures.get('a')).toMatchObject({ width: 360, height: 640 });
    expect([pictures.get('b'), pictures.get('c')]).toEqual(['linked', 'linked']);
    expect(read).toEqual(['a', 'b']);
  });

  test.each([
    ['a missing picture', null, 'absent'],
    ['bytes that are no picture', Buffer.from('<svg/>'), 'linked'],
  ])('%s is not embedded', async (_, bytes, state) => {
    expect((await embedPictures(['a'], async () => bytes, 1e6)).get('a')).toBe(state);
  });
});
