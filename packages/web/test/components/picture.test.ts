import { describe, expect, test } from 'vitest';
import { picture, pictureStore } from '../../src/components/picture.ts';
import { toMarkup } from '../../src/html.ts';
import { createView } from '../../src/view.ts';

describe('a picture outside the page', () => {
  test.each([
    ['evidence/第 1 集#2.jpg', 'href="evidence/%E7%AC%AC%201%20%E9%9B%86%232.jpg"'],
    ['javascript:alert(1)', 'href="javascript%3Aalert(1)"'],
    ['https://example.invalid/a.jpg', null],
    ['//example.invalid/a.jpg', null],
    ['/etc/a.jpg', null],
    ['../a.jpg', null],
    ['lone \uD800.jpg', 'href="lone%20%EF%BF%BD.jpg"'],
  ])('%s links into the report folder or nowhere', (path, href) => {
    const markup = toMarkup(picture(createView('en', new Map([[path, 'linked']])), path, 'frame'));
    if (href === null) expect(markup).not.toContain('href');
    else expect(markup).toContain(href);
  });
});

test('an embedded picture stands in the page once, however often it is shown', () => {
  const embedded = { id: 'picture-1', dataUri: 'data:image/jpeg;base64,AAAA', width: 2, height: 3 };
  const view = createView(
    'zh-CN',
    new Map([
      ['a', embedded],
      ['b', embedded],
    ]),
  );
  const store = toMarkup(pictureStore(view.pictures.values()));
  expect(store.split('data:image')).toHaveLength(2);
  for (const path of ['a', 'b']) expect(toMarkup(picture(view, path, '画面'))).toContain('href="#picture-1"');
});
