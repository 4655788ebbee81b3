import { describe, expect, it } from 'vitest';
import { formatInterval, formatValue } from '../../src/policy/quantity.ts';

describe('formatValue', () => {
  it.each([
    [0.625, 'ratio', '62.5 %', '62.5 %'],
    [0.6, 'ratio', '60 %', '60 %'],
    [0.521_49, 'ratio', '52.1 %', '52.1 %'],
    [95.44, 'seconds', '95.4 秒', '95.4 s'],
    [850_000, 'RMB', '85 万元', 'RMB 850,000'],
    [9_800, 'RMB', '9800 元', 'RMB 9,800'],
    [3, 'count', '3', '3'],
    [true, 'boolean', '是', 'yes'],
    ['ai', 'text', '“ai”', '"ai"'],
    [['抖音', '快手'], 'list', '抖音、快手', '抖音, 快手'],
  ] as const)('%j in %s', (value, unit, zh, en) => {
    const given = typeof value === 'object' ? [...value] : value;
    expect(formatValue(given, unit)).toEqual({ 'zh-CN': zh, en });
  });

  it.each([
    [0.5996, 0.6, '59.96 %'],
    [0.599_999, 0.6, '59.9999 %'],
    [0.6, 0.6, '60 %'],
    [0.61, 0.6, '61 %'],
  ])('%d never looks like the threshold %d unless it is', (value, threshold, expected) => {
    expect(formatValue(value, 'ratio', threshold).en).toBe(expected);
  });
});

describe('formatInterval', () => {
  it.each([
    [0.521, 0.713, '52.1 %–71.3 %'],
    [0.5218, 0.7121, '52.1 %–71.3 %'],
    [0.599_99, 0.8, '59.9 %–80 %'],
    [0.3, 0.600_01, '30 %–60.1 %'],
  ])('[%d, %d] is widened, never narrowed', (low, high, expected) => {
    expect(formatInterval(low, high, 'ratio').en).toBe(expected);
  });
});
