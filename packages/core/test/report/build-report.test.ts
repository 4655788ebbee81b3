import { describe, expect, test } from 'vitest';
import { sampleEpisode, sampleSeries } from '../../../testing/dist/index.js';
import type { Finding, Level, Position } from '../../src/findings/finding.ts';
import { buildReport, type ReportParts } from '../../src/report/build-report.ts';
import { jsonReporter } from '../../src/report/json-reporter.ts';
import { reportSchema } from '../../src/report/report.ts';

const finding = (name: string, level: Level, at: Position): Omit<Finding, 'id'> => ({
  fingerprint: name,
  checker: 'words',
  rule: 'words/hit',
  level,
  message: { 'zh-CN': '发现', en: 'found' },
  confidence: 1,
  at,
  evidence: [],
  standards: [],
});
const parts: ReportParts = {
  tool: '0.1.0',
  generatedAt: '2026-12-01T08:00:00.000Z',
  series: sampleSeries({ episodes: [sampleEpisode(1), sampleEpisode(2)], claims: ['location-shooting'] }),
  posters: new Map([[2, { kind: 'frame', path: 'evidence/ep002-0001.00.jpg', sha256: 'a', time: 1 }]]),
  statistics: new Map(),
  problems: [],
  checks: [],
  facts: { investment: { value: 850_000 }, 'not-declared': { value: 1 } },
  declarations: {
    investment: { label: { 'zh-CN': '投资', en: 'Investment' }, unit: 'RMB' },
    unused: { label: { 'zh-CN': '无', en: 'none' }, unit: 'count' },
  },
  findings: [],
  verdicts: [],
  thresholds: [],
};

describe('buildReport', () => {
  test('keeps the published schema', () => {
    expect(reportSchema.parse(buildReport(parts))).toEqual(buildReport(parts));
  });

  test('findings are ordered by level, then place, and numbered', () => {
    const findings = [
      finding('script', 'warning', { script: 'a.docx', line: 3, column: 2, length: 1 }),
      finding('info', 'info', { episode: 1, start: 0, end: 1 }),
      finding('late', 'warning', { episode: 2, start: 9, end: 10 }),
      finding('tenth', 'warning', { episode: 10, start: 0, end: 1 }),
      finding('early', 'warning', { episode: 2, start: 1, end: 2 }),
      finding('document', 'violation', { document: 'b.pdf' }),
      finding('script, before', 'warning', { script: 'a.docx', line: 3, column: 1, length: 1 }),
    ];
    const report = buildReport({ ...parts, findings });
    expect(report.findings.map(({ id, fingerprint }) => [id, fingerprint])).toEqual([
      ['F1', 'document'],
      ['F2', 'early'],
      ['F3', 'late'],
      ['F4', 'tenth'],
      ['F5', 'script, before'],
      ['F6', 'script'],
      ['F7', 'info'],
    ]);
  });

  test('labels of the facts that are there, posters of the episodes that have one', () => {
    const report = buildReport(parts);
    expect(report.factLabels).toEqual({ investment: { label: { 'zh-CN': '投资', en: 'Investment' }, unit: 'RMB' } });
    expect(report.inputs.map(({ poster }) => poster?.path)).toEqual([undefined, 'evidence/ep002-0001.00.jpg']);
  });
});

describe('jsonReporter', () => {
  const write = async (report: ReturnType<typeof buildReport>) => {
    const files: Record<string, string> = {};
    await jsonReporter.write(report, {
      language: 'en',
      picture: async () => null,
      write: async (name, content) => void (files[name] = String(content)),
    });
    return files;
  };
  test('writes what it was given', async () => {
    const report = buildReport(parts);
    const files = await write(report);
    expect(Object.keys(files)).toEqual([jsonReporter.mainFile]);
    expect(JSON.parse(files['report.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(report)));
  });
  test('refuses a report that breaks the schema', async () => {
    await expect(write({ ...buildReport(parts), generatedAt: 'yesterday' })).rejects.toThrow(/generatedAt/);
  });
});
