import { createHash } from 'node:crypto';
import type { Language } from '@shenpian/core';
import { html, trusted, type Html } from './html.ts';
import { style } from './style.css.ts';

function sourceHash(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}

/**
 * A whole document around a body. Nothing may be fetched, and nothing runs or styles the page but the blocks that we
 * wrote.
 *
 * @param script JavaScript for the page; left out: none may run
 */
export function pageShell(language: Language, title: string, body: Html, script = ''): Html {
  const policy = [
    `default-src 'none'`,
    `img-src data:`,
    `style-src ${sourceHash(style)}`,
    `script-src ${script === '' ? `'none'` : sourceHash(script)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Shenpian">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}${script === '' ? null : html`<script>${trusted(script)}</script>`}
</body>
</html>
`;
}
