import { describe, expect, test } from 'vitest';
import { fillMessage } from '../../src/findings/message.ts';

const message = { 'zh-CN': '第 {{n}} 集：{{what}}', en: 'episode {{n}}: {{what}}' };

describe('fillMessage', () => {
  test.each([
    ['text and number', { n: 3, what: 'x' }, '第 3 集：x', 'episode 3: x'],
    ['a text of each language', { n: 1, what: { 'zh-CN': '缺', en: 'missing' } }, '第 1 集：缺', 'episode 1: missing'],
    [
      'a value that looks like a placeholder or a pattern',
      { n: 0, what: '{{n}} $& $1' },
      '第 0 集：{{n}} $& $1',
      'episode 0: {{n}} $& $1',
    ],
  ])('%s', (_, data, chinese, english) => {
    expect(fillMessage(message, data)).toEqual({ 'zh-CN': chinese, en: english });
  });
  test('a hole is an error', () => expect(() => fillMessage(message, { n: 1 })).toThrow(/\{\{what\}\}/));
});
