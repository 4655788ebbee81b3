import assert from 'node:assert/strict';
import {
  emptySeries,
  runChecker,
  type CheckerDefinition,
  type Episode,
  type Fact,
  type Level,
  type Position,
  type Series,
} from '@shenpian/core';

/** A finding that a case expects: which message, where, and how serious. */
export interface ExpectedFinding {
  readonly messageId: string;
  readonly at: Position;
  readonly level?: Level;
  readonly matched?: string;
}

/** One input of a checker, with what it must say. `clean` cases expect nothing. */
export interface CheckerCase {
  readonly name: string;
  readonly series?: Partial<Series>;
  readonly options?: unknown;
  /** Items by episode number, then track id. */
  readonly tracks?: Readonly<Record<number, Readonly<Record<string, readonly unknown[]>>>>;
  readonly expected?: readonly ExpectedFinding[];
  readonly facts?: Readonly<Record<string, Fact>>;
}

/** The two words of a test runner that the tester uses; vitest's fit. */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

/** An episode for cases, with a probe of an ordinary vertical video. */
export function sampleEpisode(number: number, seconds = 60): Episode {
  return {
    number,
    title: null,
    subtitles: null,
    input: {
      path: `episodes/${number}.mp4`,
      file: `/episodes/${number}.mp4`,
      sha256: String(number).padStart(64, '0'),
      bytes: 1,
      probe: {
        seconds,
        videoSeconds: seconds,
        frames: null,
        width: 1080,
        height: 1920,
        fps: 25,
        container: 'mov,mp4,m4a,3gp,3g2,mj2',
        videoCodec: 'h264',
        audioCodec: 'aac',
        subtitleStreams: [],
        tags: {},
      },
    },
  };
}

/** A series for cases: live action, no episodes, everything else empty, overridden by `parts`. */
export function sampleSeries(parts: Partial<Series> = {}): Series {
  return { ...emptySeries, title: '示例剧', ...parts };
}

/** Runs a table of cases over a checker; each asserts message id AND location. */
export function testChecker(
  // The tester does not look at options: the checker's own schema does.
  // oxlint-disable-next-line typescript/no-explicit-any
  checker: CheckerDefinition<any, any>,
  cases: readonly CheckerCase[],
  { describe, it }: TestRunner,
): void {
  describe(checker.id, () => {
    for (const { name, options = {}, tracks = {}, expected = [], facts, ...given } of cases) {
      it(name, async () => {
        const series = sampleSeries(given.series);
        const output = await runChecker(checker, { series, episodes: series.episodes, options, tracks });
        const found = output.findings.map(({ rule, at, level, matched }, i) => ({
          messageId: rule.slice(checker.id.length + 1),
          at,
          ...(expected[i]?.level === undefined ? {} : { level }),
          ...(expected[i]?.matched === undefined ? {} : { matched }),
        }));
        assert.deepEqual(found, expected);
        if (facts !== undefined) assert.deepEqual(output.facts, facts);
      });
    }
  });
}
