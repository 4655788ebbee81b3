import { readFileSync, readdirSync } from 'node:fs';
import { reportSchema, type Language, type Report } from '@shenpian/core';
import { htmlReporter } from '../src/html-reporter.ts';
import { drawFrame } from './picture.ts';

const casesFolder = new URL('../cases/', import.meta.url);

/** What has to be on the page, in this order; what has to be marked; what may not be there. */
export interface Expectation {
  readonly inOrder: readonly string[];
  readonly marked: readonly string[];
  readonly absent: readonly string[];
}

/** A golden case: a report and what its page has to show in each language. */
export interface Case {
  readonly name: string;
  readonly report: Report;
  readonly expected: Readonly<Record<Language, Expectation>>;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, casesFolder), 'utf8'));
}

/** All golden cases; throws when a report of a case does not fit the published schema. */
export const cases: readonly Case[] = readdirSync(casesFolder).map((name) => ({
  name,
  report: reportSchema.parse(readJson(`${name}/report.json`)),
  expected: readJson(`${name}/expected.json`) as Case['expected'],
}));

/** The case of that name. */
export function caseNamed(name: string): Case {
  const found = cases.find((one) => one.name === name);
  if (found === undefined) throw new TypeError(`no case ${name}`);
  return found;
}

/** The page that the reporter writes, as a string, with the names of the files written and the pictures asked for. */
export async function writePage(
  report: Report,
  language: Language,
  picture: (path: string) => Promise<Uint8Array | null> = drawFrame,
): Promise<{
  readonly page: string;
  readonly files: readonly string[];
  readonly asked: readonly string[];
}> {
  const written = new Map<string, string>();
  const asked: string[] = [];
  await htmlReporter.write(report, {
    language,
    picture: (path) => {
      asked.push(path);
      return picture(path);
    },
    write: async (name, content) => {
      written.set(name, typeof content === 'string' ? content : Buffer.from(content).toString());
    },
  });
  return { page: written.get(htmlReporter.mainFile) ?? '', files: [...written.keys()], asked };
}
