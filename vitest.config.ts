import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'templates/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Decoding and OCR use both cores by themselves.
    maxWorkers: 2,
  },
});
