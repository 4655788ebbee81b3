import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/checkers/fingerprint.ts';

const base = fingerprint('rule', ['自杀', '他想 自杀。'], 0);

describe('fingerprint', () => {
  test('16 hex digits', () => expect(base).toMatch(/^[0-9a-f]{16}$/));

  test.each<[string, string, readonly string[], number]>([
    ['spaces and punctuation', 'rule', ['自 杀', '他想自杀！'], 0],
    ['full width', 'rule', ['自杀', '他想　自杀．'], 0],
  ])('%s do not make another finding', (_, rule, identity, occurrence) => {
    expect(fingerprint(rule, identity, occurrence)).toBe(base);
  });
  test('letter case does not', () => expect(fingerprint('r', ['ＶＰＮ'], 0)).toBe(fingerprint('r', ['vpn'], 0)));

  test.each<[string, string, readonly string[], number]>([
    ['another rule', 'other', ['自杀', '他想 自杀。'], 0],
    ['another word', 'rule', ['自尽', '他想 自杀。'], 0],
    ['other neighbours', 'rule', ['自杀', '她想自杀'], 0],
    ['the second time', 'rule', ['自杀', '他想 自杀。'], 1],
    ['parts cut elsewhere', 'rule', ['自杀他', '想自杀'], 0],
  ])('%s does', (_, rule, identity, occurrence) => {
    expect(fingerprint(rule, identity, occurrence)).not.toBe(base);
  });
});
