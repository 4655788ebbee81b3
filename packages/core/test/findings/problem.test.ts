import { describe, expect, test } from 'vitest';
import {
  describeProblem,
  EnvironmentError,
  environmentMessages,
  problemMessages,
  SubmissionError,
  type EnvironmentCode,
  type ProblemCode,
} from '../../src/errors.ts';

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
const dataFor = (text: string) => Object.fromEntries(holes(text).map((name) => [name, `<${name}>`]));

describe('messages about what was handed in', () => {
  test.each(Object.keys(problemMessages) as ProblemCode[])(
    '%s names the path, and a remedy, in both languages',
    (code) => {
      const table = problemMessages[code];
      expect(new Set(holes(table['zh-CN']))).toEqual(new Set(holes(table.en)));
      const { path: _, ...data } = dataFor(table.en);
      const text = describeProblem({ code, path: 'episodes/第1集.mp4', data });
      for (const each of [text['zh-CN'], text.en]) {
        expect(each.startsWith('episodes/第1集.mp4')).toBe(true);
        expect(each).not.toContain('{{');
      }
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(new SubmissionError(code, 'episodes/第1集.mp4', data).message).toBe(text.en);
    },
  );
});

describe('messages about the machine', () => {
  test.each(Object.keys(environmentMessages) as EnvironmentCode[])('%s is in both languages', (code) => {
    const table = environmentMessages[code];
    expect(new Set(holes(table['zh-CN']))).toEqual(new Set(holes(table.en)));
    const error = new EnvironmentError(code, dataFor(table.en));
    expect(error.localized['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(error.message).toBe(error.localized.en);
  });
});
