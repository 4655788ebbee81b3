import { createHash } from 'node:crypto';
import { languages, type Report } from '@shenpian/core';
import { describe, expect, test } from 'vitest';
import { pageSizeLimit } from '../src/html-reporter.ts';
import plugin, { htmlReporter } from '../src/index.ts';
import { caseNamed, cases, writePage } from './page.ts';
import { drawNoise } from './picture.ts';

test('the plugin brings the html reporter', () => {
  expect(plugin).toMatchObject({ name: '@shenpian/web', reporters: [htmlReporter] });
  expect(htmlReporter).toMatchObject({ id: 'html', mainFile: 'report.html' });
});

describe.each(languages)('%s', (language) => {
  test.each(cases)('$name: one file, nothing from outside, only hashed scripts and styles', async ({ report }) => {
    const { page, files, asked } = await writePage(report, language);
    expect(files).toEqual(['report.html']);
    expect(new Set(asked).size).toBe(asked.length);
    expect(page).toMatch(new RegExp(`^<!doctype html>\\s+<html lang="${language}">`));
    expect(page.match(/<script\b/g)).toHaveLength(1);
    expect(page.match(/<style\b/g)).toHaveLength(1);
    const tags = (page.match(/<[a-z](?:"[^"]*"|[^">])*>/g) ?? []).map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
    expect(tags.length).toBeGreaterThan(50);
    expect(tags.filter((tag) => /^<(?:link|iframe|object|embed|base|img)\b|\s(?:src|style|on\w+)=/.test(tag))).toEqual(
      [],
    );
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect(
      links.filter((href) => !/^(?:#[\p{L}\p{N}_-]+|data:image\/(?:jpeg|png);base64,[\w+/=]+)$/u.test(href)),
    ).toEqual([]);
    for (const tag of ['script', 'style']) {
      const source = page.match(new RegExp(`<${tag}>([^]*?)</${tag}>`))?.[1] ?? '';
      const hash = createHash('sha256').update(source).digest('base64');
      expect(page).toContain(`${tag}-src &#39;sha256-${hash}&#39;`);
    }
  });

  test.each(cases)('$name: every link inside the page has its target, every id is unique', async ({ report }) => {
    const { page } = await writePage(report, language);
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });
});

test('the same report gives the same bytes', async () => {
  const { report } = caseNamed('one-violation-and-evidence-missing');
  expect((await writePage(report, 'zh-CN')).page).toBe((await writePage(report, 'zh-CN')).page);
});

test('with more pictures than fit, the page stays under its limit and links the rest', async () => {
  const { report } = caseNamed('one-violation-and-evidence-missing');
  const [finding] = report.findings;
  if (finding === undefined) throw new TypeError('the case has no finding');
  const findings: Report['findings'] = Array.from({ length: 40 }, (_, index) => ({
    ...finding,
    id: `f${index}`,
    evidence: [{ kind: 'frame', path: `evidence/${index}.png` }],
  }));
  let seed = 0;
  const { page, asked } = await writePage({ ...report, findings }, 'zh-CN', () => drawNoise(400, 500, (seed += 1)));
  const size = Buffer.byteLength(page);
  expect(size).toBeLessThan(pageSizeLimit);
  expect(size).toBeGreaterThan(pageSizeLimit * 0.85);
  expect(asked.length).toBeLessThan(40);
  expect(page).toContain('href="evidence/39.png"');
  expect(page).toContain('幅画面没有嵌入');
});
