import { expect, it } from 'vitest';
import { cuesOptionsSchema } from '../src/options.ts';

it('has a default for everything', () => {
  expect(cuesOptionsSchema.parse({})).toEqual({
    engine: 'auto',
    region: null,
    rate: 5,
    minConfidence: 0.6,
    secondOpinion: 0.75,
    repair: true,
  });
});

it.each([
  { engine: 'easyocr' },
  { rate: 0 },
  { region: { x: 0, y: 0.8, width: 1, height: 0.4 } },
  { region: { x: 0, y: 0.8, width: 0, height: 0.1 } },
  { band: 1 },
])('refuses %j', (options) => {
  expect(cuesOptionsSchema.safeParse(options).success).toBe(false);
});
