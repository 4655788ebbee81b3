import { expect, test } from 'vitest';
import { visibleRule } from '../src/label-rules.ts';
import { labelWords, type LabelWords } from '../src/label-text.ts';

const { elements } = visibleRule(null).rule;

test.each<[string, LabelWords]>([
  ['本视频由AI生成', 'whole'],
  ['本片由 Al 合成', 'whole'],
  ['人工智能生成内容', 'whole'],
  ['ＡＩ生成', 'whole'],
  ['本视频由A生成', 'doubtful'],
  ['A1生成', 'doubtful'],
  ['本片由AI辅助制作', 'partial'],
  ['内容由机器合成', 'partial'],
  ['新生成衣店', 'none'],
  ['AIR合成板材', 'none'],
  ['凤湖夜话', 'none'],
])('%s', (text, words) => {
  expect(labelWords(text, elements)).toBe(words);
});
