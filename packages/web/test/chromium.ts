import { accessSync, constants } from 'node:fs';

/** The Chromium to test with: SHENPIAN_CHROMIUM, or the distribution's; null when it cannot be run. */
export function findChromium(): string | null {
  const path = process.env['SHENPIAN_CHROMIUM'] ?? '/usr/bin/chromium';
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}

/** Keeps Chromium from touching the network or asking anything. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
