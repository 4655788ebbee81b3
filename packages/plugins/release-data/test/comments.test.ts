import { runChecker, type DataTable } from '@shenpian/core';
import { sampleSeries } from '@shenpian/testing';
import { describe, expect, it } from 'vitest';
import { trainClassifier } from '../src/comment-classifier.ts';
import { classifierOf, shippedClassifier, shippedComments } from '../src/labelled-comments.ts';
import { positiveShare } from '../src/positive-share.ts';
import { releaseData } from '../src/release-data.ts';

function comments(rows: readonly (readonly string[])[], path = '评论.csv'): DataTable {
  const cells = rows.map((row, index) => ({ line: index + 1, cells: row }));
  const input = { path, file: `/${path}`, sha256: '0'.repeat(64), bytes: 1 };
  return { ...input, key: 'release.comments', sheets: [{ name: null, rows: cells }] };
}

async function check(tables: readonly DataTable[], options: unknown = {}) {
  const series = sampleSeries({ tables });
  const { facts, findings } = await runChecker(releaseData, { series, episodes: [], options, tracks: {} });
  const share = facts['positive-comment-share']!;
  return { share, findings, rules: findings.map(({ rule }) => rule.slice('release-data/'.length)) };
}

describe('the classifier', () => {
  it('does on unseen lines what the README says', () => {
    const { positive, other } = shippedClassifier().errors;
    expect(positive).toEqual({ lines: 40, right: 33 });
    expect(other).toEqual({ lines: 80, right: 67 });
  });

  it('shares no line between what it learns and what measures it', () => {
    const { train, unseen } = shippedComments();
    const learnt = new Set(train.map(({ text }) => text));
    expect(unseen.filter(({ text }) => learnt.has(text))).toEqual([]);
    expect(train).toHaveLength(658);
  });

  it('says nothing of what it knows nothing of', () => {
    expect(trainClassifier(shippedComments().train)('zzz')).toBe('neutral');
    expect(trainClassifier(shippedComments().train)('')).toBe('neutral');
  });
});

describe('the interval of the share', () => {
  const errors = { positive: { lines: 40, right: 33 }, other: { lines: 80, right: 67 } };
  it('holds the true share in 95 of 100 samples at least', () => {
    let state = 7;
    const chance = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const hits = (trials: number, probability: number): number =>
      Array.from({ length: trials }, chance).filter((each) => each < probability).length;
    let held = 0;
    const runs = 1000;
    for (let run = 0; run < runs; run++) {
      const [se, sp, truth, size] = [
        0.7 + 0.25 * chance(),
        0.7 + 0.25 * chance(),
        chance(),
        20 + Math.floor(chance() * 500),
      ];
      const measured = { positive: { lines: 40, right: hits(40, se) }, other: { lines: 80, right: hits(80, sp) } };
      const called = hits(size, truth * se + (1 - truth) * (1 - sp));
      const found = positiveShare({ called, comments: size }, measured);
      if (found === null || (truth >= found.low && truth <= found.high)) held++;
    }
    expect(held / runs).toBeGreaterThanOrEqual(0.95);
  });

  it('does not shrink below the errors of the classifier, however many comments there are', () => {
    const many = positiveShare({ called: 500_000, comments: 1_000_000 }, errors)!;
    expect(many.high - many.low).toBeGreaterThan(0.15);
    const few = positiveShare({ called: 10, comments: 20 }, errors)!;
    expect(few.high - few.low).toBeGreaterThan(many.high - many.low);
  });

  it('keeps the share as counted inside', () => {
    for (const called of [0, 100, 500, 900, 1000]) {
      const { low, high } = positiveShare({ called, comments: 1000 }, errors)!;
      expect(low).toBeLessThanOrEqual(called / 1000 + 0.005);
      expect(high).toBeGreaterThanOrEqual(called / 1000 - 0.005);
    }
  });

  it('is none for a classifier that guesses', () => {
    const guesses = { positive: { lines: 40, right: 20 }, other: { lines: 40, right: 20 } };
    expect(positiveShare({ called: 5, comments: 10 }, guesses)).toBeNull();
    expect(positiveShare({ called: 0, comments: 0 }, errors)).toBeNull();
  });
});

describe('comments that were handed in', () => {
  it('without any the share is unknown', async () => {
    expect((await check([])).share).toHaveProperty('unknown');
  });

  it('a table, or a list without column names, gives an interval', async () => {
    const praise = ['太好看了，推荐', '演得好，看哭了', '什么时候更新', '难看，弃剧'];
    const list = await check([
      comments(
        praise.map((text) => [text]),
        '评论.txt',
      ),
    ]);
    expect(list.share).toHaveProperty('low');
    expect(list.rules).toEqual(['commentsJudged']);
    const named = await check([comments([['用户', '评论内容'], ...praise.map((text, i) => [`u${i}`, text])])]);
    expect(named.share).toEqual(list.share);
  });

  it('columns that are not known are told', async () => {
    const { rules, share } = await check([
      comments([
        ['赞数', '楼层'],
        ['1', '2'],
      ]),
    ]);
    expect(rules).toEqual(['noComments']);
    expect(share).toHaveProperty('unknown');
  });

  it('what is there twice counts once; what many users post word for word is told', async () => {
    const copied = '这部剧真的太感人了全家都在追强烈推荐';
    const { rules, findings } = await check([
      comments([
        ['昵称', '评论内容'],
        ['甲', '好看！'],
        ['甲', '好看'],
        ['乙', '好看'],
        ['丙', copied],
        ['丁', `${copied}！`],
        ['戊', copied],
      ]),
    ]);
    expect(rules).toEqual(['commentsTwice', 'commentsCopied', 'commentsJudged']);
    expect(findings[0]?.message.en).toMatch(/^1 comments/);
    expect(findings[1]?.message.en).toContain('by 3 users');
    expect(findings[2]?.message.en).toMatch(/of 5 comments/);
  });

  it('lines of the user take the place of those of the plugin and measure themselves', async () => {
    const labelled = Array.from({ length: 30 }, (_, i) => [
      { text: `顶呱呱${i}`, opinion: 'positive' as const },
      { text: `差劲劲${i}`, opinion: 'negative' as const },
      { text: `打酱油${i}`, opinion: 'neutral' as const },
    ]).flat();
    expect(classifierOf(labelled).errors).toEqual({
      positive: { lines: 30, right: 30 },
      other: { lines: 60, right: 60 },
    });
    const { findings } = await check([comments([['顶呱呱'], ['差劲劲']])], { labelled });
    expect(findings.at(-1)?.message.en).toMatch(/^1 of 2 comments .* 90 lines/);
    expect(releaseData.options.safeParse({ labelled: labelled.slice(0, 30) }).success).toBe(false);
  });
});
