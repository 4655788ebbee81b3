import { createHash } from 'node:crypto';
import type { Language } from '@shenpian/core';
import { html, trusted, type Html } from './html.ts';
import { style } from './style.css.ts';

function sourceHash(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}

/** What a document is made of. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** The program with its version. */
  readonly generator: string;
  /** JavaScript for the page; left out: none may run. */
  readonly script?: string;
}

/** A whole document. Nothing may be fetched, and nothing runs or styles the page but the blocks that we wrote. */
export function pageShell({ language, title, body, generator, script }: Page): Html {
  const policy = [
    `default-src 'none'`,
    `img-src data:`,
    `style-src ${sourceHash(style)}`,
    `script-src ${script === undefined ? `'none'` : sourceHash(script)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  // Whole elements: a space that a formatter adds inside them would break their hashes.
  const styleBlock = trusted(`<style>${style}</style>`);
  const scriptBlock = script === undefined ? null : trusted(`<script>${script}</script>`);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content="${generator}" />
        <title>${title}</title>
        ${styleBlock}
      </head>
      <body>
        ${body} ${scriptBlock}
      </body>
    </html> `;
}
