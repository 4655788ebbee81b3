import { testChecker } from '@shenpian/testing';
import { describe, it } from 'vitest';
import { plannedScenes } from '../src/planned-scenes.ts';
import { makeEpisode, makeLocation, makeScript } from './handmade-series.ts';

const script = makeScript([
  ['1-1', '凤湖公园', ['你怎么才来']],
  ['1-2', '城里公司', ['合同签好了吗']],
  ['1-3', '出租屋', ['早点睡吧']],
  ['1-4', '凤湖公园', ['走吧']],
]);
const locations = [makeLocation('凤湖公园', '平原示范区', []), makeLocation('金水写字楼', '郑州市金水区', ['1-2'])];
const start = { script: 'scripts/1.docx', line: 1, column: 1, length: 0 };
// Characters without spaces, heading and dialogue: 16, 17, 14 and 13 of 60.
const facts = {
  'planned-local-scenes': { low: 0.5, high: 0.75, coverage: 0.75 },
  'planned-local-pages': { low: 0.483333333, high: 0.716666667, coverage: 0.766666667 },
};

testChecker(
  plannedScenes,
  [
    {
      name: 'before shooting: the plan, and what is not placed yet',
      series: { scripts: [script], locations },
      expected: [{ messageId: 'planned', at: start, level: 'info' }],
      facts,
    },
    {
      name: 'with episodes the facts alone',
      series: { scripts: [script], locations, episodes: [makeEpisode(1, 60)] },
      facts,
    },
    {
      name: 'no locations: nothing is placed',
      series: { scripts: [script] },
      expected: [{ messageId: 'planned', at: start, level: 'info' }],
      facts: {
        'planned-local-scenes': { low: 0, high: 1, coverage: 0 },
        'planned-local-pages': { low: 0, high: 1, coverage: 0 },
      },
    },
  ],
  { describe, it },
);
