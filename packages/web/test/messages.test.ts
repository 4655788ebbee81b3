import { expect, test } from 'vitest';
import { messages } from '../src/messages.ts';

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{+(\w+)\}+/g)].map(([, name]) => name ?? '').toSorted();
}

// A number of one is written out; 万元 has no English twin.
const uneven = new Set(['rmbWan']);

test.each(Object.entries(messages))('%s says the same in both languages', (id, text) => {
  expect(text['zh-CN']).not.toBe('');
  expect(text.en).not.toMatch(/\p{Script=Han}/u);
  if (!uneven.has(id)) expect(placeholders(text['zh-CN'])).toEqual(placeholders(text.en));
});
