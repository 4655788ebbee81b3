import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/ingest/markdown-script.ts';
import { parseScriptLines } from '../../src/ingest/script-lines.ts';

const line = (text: string) => parseScriptLines(readMarkdown(text).lines).lines[0];

test.each([
  ['# 第一集', 'heading', null, '第一集'],
  ['## 1-1 日 内 客厅', 'heading', null, '1-1 日 内 客厅'],
  ['##1-1 日 内 客厅', 'heading', null, '1-1 日 内 客厅'],
  ['**1-1 日 内 客厅**', 'heading', null, '1-1 日 内 客厅**'],
  ['1\\-1 日 内 客厅', 'heading', null, '1\\-1 日 内 客厅'],
  ['**张三**：我来了。', 'dialogue', '张三', '我来了。'],
  ['**张三：** 我来了。', 'dialogue', '张三', '我来了。'],
  ['- 张三：我来了。', 'dialogue', '张三', '我来了。'],
  ['* 张三（OS）：我来了。', 'dialogue', '张三', '我来了。'],
  ['> 张三：我来了。', 'dialogue', '张三', '我来了。'],
  ['> > - **张三**：我来了。', 'dialogue', '张三', '我来了。'],
  ['3. 张三：我来了。', 'dialogue', '张三', '我来了。'],
  ['*△ 风起。*', 'action', null, '风起。*'],
  ['- [ ] △ 风起。', 'action', null, '风起。'],
  ['**人物**：张三、李四', 'cast', null, '张三、李四'],
  ['雨<br>停了', 'text', null, '雨<br>停了'],
])('%s', (text, kind, speaker, words) => {
  const found = line(text);
  expect(found).toMatchObject({ kind, speaker, text });
  // The column is that of the file, so the words are found in it.
  expect(text.slice((found?.column ?? 0) - 1)).toBe(words);
});

test.each(['---', '***', '===', '```', '|---|:--:|', '<!-- -->'.slice(0, 0)])('no line: %s', (text) => {
  expect(line(text)).toBeUndefined();
});

test('front matter is text, and a table row may be a heading', () => {
  const { lines, scenes } = parseScriptLines(
    readMarkdown('---\n场次: 1-9\n张三: 演员\n---\n| 1-1 | 日 | 内 | 客厅 |').lines,
  );
  expect(lines.map(({ line: number, kind }) => [number, kind])).toEqual([
    [2, 'text'],
    [3, 'text'],
    [5, 'heading'],
  ]);
  expect(scenes).toMatchObject([{ id: '1-1', time: '日', setting: 'interior', place: '客厅', line: 5 }]);
});
