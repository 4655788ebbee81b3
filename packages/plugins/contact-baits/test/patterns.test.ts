import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contactSearch } from '../src/contacts/contact-search.ts';
import { foldContactText } from '../src/contacts/folded-text.ts';
import { starterPatterns } from '../src/contacts/starter-patterns.ts';

const { patterns, asking, standing } = starterPatterns();

describe.each(patterns.map((pattern) => ({ id: pattern.id, pattern })))('pattern $id', ({ pattern }) => {
  const alone = contactSearch([pattern], asking);
  it.each(pattern.match)('finds %s', (text) => {
    expect(alone(text).map(({ kind }) => kind)).toEqual([pattern.kind]);
  });
  it.each(pattern.noMatch)('leaves %s alone', (text) => {
    expect(alone(text)).toEqual([]);
    // Another pattern must not take it either.
    expect(contactSearch(patterns, asking)(text)).toEqual([]);
  });
});

describe('the patterns together', () => {
  const search = contactSearch(patterns, asking);

  it('find nothing in ordinary dialogue', async () => {
    const file = new URL('../../sensitive-terms/data/ordinary-lines.txt', import.meta.url);
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => search(line).length > 0)).toEqual([]);
  });

  it('say where it is written, and what makes two mentions the same', () => {
    const text = '详情请加Ｖ：ｚｈｕｉｊｕ８８８，不谢';
    const [found] = search(text);
    expect(found).toMatchObject({
      kind: 'wechat',
      value: 'zhuiju888',
      matched: '加Ｖ：ｚｈｕｉｊｕ８８８',
      asks: true,
    });
    expect(text.slice(found?.start, found?.end)).toBe(found?.matched);
    expect(search('微信：ZHUIJU888')[0]?.value).toBe('zhuiju888');
  });

  it('tell a number that people are asked to call from one on a sign', () => {
    expect(search('水电维修 13800138000')[0]).toMatchObject({ kind: 'phone', asks: false });
    expect(search('全国招商热线 13800138000')[0]).toMatchObject({ kind: 'phone', asks: true });
  });

  it('take several contacts of one line apart', () => {
    expect(search('微信abc12345 电话13800138000 www.abc123.com').map(({ kind }) => kind)).toEqual([
      'wechat',
      'phone',
      'url',
    ]);
  });
});

describe('texts that may stand', () => {
  it.each(standing.map((each) => ({ ...each })))('$pattern', ({ pattern, match, noMatch }) => {
    const expression = new RegExp(pattern, 'u');
    for (const text of match) expect(expression.test(foldContactText(text).text), text).toBe(true);
    for (const text of noMatch) expect(expression.test(foldContactText(text).text), text).toBe(false);
  });
});
