import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languages, type Language } from '@shenpian/core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from './chromium.ts';
import { lowContrastTexts } from './contrast.ts';
import { cases, writePage, type Case } from './page.ts';
import { countColours } from './picture.ts';

const executablePath = findChromium();
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { width: 360, height: 740 };
const main = 'one-violation-and-evidence-missing';

if (executablePath === null) {
  test('the page in a browser', ({ skip }) => {
    skip('no Chromium at /usr/bin/chromium; name one in SHENPIAN_CHROMIUM');
  });
} else {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shenpian-web-'));
    for (const { name, report } of cases)
      for (const language of languages)
        writeFileSync(join(folder, `${name}.${language}.html`), (await writePage(report, language)).page);
    browser = await chromium.launch({ executablePath, args: chromiumArguments });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a case, lets `look` look, and fails when the page said anything or asked for anything. */
  const visit = async (
    name: string,
    language: Language,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const url = pathToFileURL(join(folder, `${name}.${language}.html`)).href;
    const context = await browser.newContext(options);
    const noise: string[] = [];
    const page = await context.newPage();
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('dialog', (dialog) => {
      noise.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url && !request.url().startsWith('data:image/')) noise.push(request.url());
    });
    try {
      await page.goto(url);
      await look(page);
      expect(noise).toEqual([]);
    } finally {
      await context.close();
    }
  };

  const expectInOrder = (text: string, wanted: readonly string[]): void => {
    let from = 0;
    for (const piece of wanted) {
      const at = text.indexOf(piece, from);
      expect(
        at,
        `${JSON.stringify(piece)} after ${JSON.stringify(text.slice(Math.max(0, from - 40), from))}`,
      ).toBeGreaterThanOrEqual(0);
      from = at + piece.length;
    }
  };

  const expectContent = async (page: Page, { expected, report }: Case, language: Language): Promise<void> => {
    const text = (await page.locator('body').innerText()).replaceAll(/[^\S\n]+/g, ' ');
    expectInOrder(text, expected[language].inOrder);
    const marked = await page.locator('mark').allInnerTexts();
    for (const piece of expected[language].marked) expect(marked).toContain(piece);
    for (const piece of expected[language].absent) expect(text).not.toContain(piece);
    expect(await page.title()).toContain(report.series.title);
    expect(await page.locator('h1').textContent()).toBe(report.series.title);
  };

  /** Elements that stick out of the window to the right, apart from those that scroll by themselves or are hidden. */
  const wideElements = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('main *, header *, footer *')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
        .filter((element) => element.closest('.hidden, .stacked thead, .ticks') === null)
        .map((element) => element.outerHTML.slice(0, 80)),
    );

  describe.each(languages)('%s', (language) => {
    test.each(cases)('$name shows what it has to, in order, and fits a phone', async (one) => {
      await visit(one.name, language, desktop, async (page) => {
        await expectContent(page, one, language);
        await page.setViewportSize(phone);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
        expect(await wideElements(page)).toEqual([]);
      });
    });
  });

  test.each(cases)('$name shows the same without a script', async (one) => {
    await visit(one.name, 'zh-CN', { ...desktop, javaScriptEnabled: false }, async (page) => {
      await expectContent(page, one, 'zh-CN');
      expect(await page.locator('.toolbar').filter({ visible: true }).count()).toBe(0);
    });
  });

  test.each(cases)('$name: texts stand out in the light and in the dark', async ({ name }) => {
    await visit(name, 'zh-CN', desktop, async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await page.evaluate(lowContrastTexts), colorScheme).toEqual([]);
      }
    });
  });

  test('landmarks and headings: one banner, main and footer; no heading level is skipped', async () => {
    await visit(main, 'zh-CN', desktop, async (page) => {
      for (const role of ['banner', 'main', 'contentinfo', 'navigation', 'heading'] as const)
        expect(await page.getByRole(role, role === 'heading' ? { level: 1 } : {}).count(), role).toBe(1);
      const depths = await page
        .locator('h1, h2, h3, h4, h5')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      for (const [index, depth] of depths.entries()) expect(depth - (depths[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    });
  });

  test('the bar draws the certain part solid and the possible part hatched', async () => {
    await visit(main, 'zh-CN', desktop, async (page) => {
      const width = async (part: string): Promise<number> => (await page.locator(part).boundingBox())?.width ?? 0;
      const whole = await width('.scale .track');
      expect((await width('.scale .certain')) / whole).toBeCloseTo(0.523, 2);
      expect((await width('.scale .possible')) / whole).toBeCloseTo(0.191, 2);
      expect(await page.locator('.scale .grid').count()).toBe(6);
    });
  });

  test('a picture is drawn, and grows when it is opened', async () => {
    await visit(main, 'zh-CN', desktop, async (page) => {
      const frame = page.locator('.finding .picture').first();
      await frame.scrollIntoViewIfNeeded();
      const before = await frame.locator('svg').boundingBox();
      await frame.locator('summary').press('Enter');
      const after = await frame.locator('svg').boundingBox();
      expect(before?.width).toBeGreaterThan(60);
      expect(after?.width).toBeGreaterThan((before?.width ?? 0) * 2);
      expect(await frame.getByRole('img').getAttribute('aria-label')).toBe('第 2 集「夜话」（0:00–0:05）画面');
      // A picture that failed to draw would leave the ground of one colour.
      expect(await countColours(await frame.locator('svg').screenshot())).toBeGreaterThan(100);
    });
  });

  test('the filter shows what fits and says how many', async () => {
    await visit(main, 'zh-CN', desktop, async (page) => {
      const cards = page.locator('.finding').filter({ visible: true });
      await page.getByLabel('提醒').uncheck();
      expect(await cards.count()).toBe(2);
      await page.getByLabel('提醒').check();
      await page.getByLabel('查找文字').fill('豪门');
      expect(await page.locator('.toolbar output').innerText()).toBe('显示 1 / 5 条');
      await page.getByLabel('查找文字').fill('');
      await page.getByLabel('位置').selectOption({ label: '第 2 集「夜话」' });
      expect(await cards.count()).toBe(2);
      expect(await page.locator('.level-group').filter({ visible: true }).count()).toBe(2);
    });
  });

  test('paper: everything is unfolded, filters are gone and hide nothing', async () => {
    await visit(main, 'zh-CN', desktop, async (page) => {
      await page.getByLabel('查找文字').fill('豪门');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.finding').filter({ visible: true }).count()).toBe(5);
      expect(await page.locator('.toolbar, .contents').filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('body').innerText()).toContain('给予最高不超过 5 万元资助');
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
}
