import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { BinaryContentError, decodeText } from '../../src/ingest/text-file.ts';

const script = '第一集\r\n1-1 日 内 客厅\r\n张三：你好，“审片”！\n李四（OS）：囧，镕，㐂。\r\n';

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from(script)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${script}`)],
    ['UTF-16 LE with mark', iconv.encode(script, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with mark', iconv.encode(script, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE', iconv.encode(script, 'utf-16le')],
    ['UTF-16 BE', iconv.encode(script, 'utf-16be')],
    ['GB18030', iconv.encode(script, 'gb18030')],
  ])('%s, line ends kept', (_, bytes) => {
    expect(decodeText(bytes)).toBe(script);
  });

  test.each([
    ['very short GB18030', iconv.encode('你好', 'gb18030'), '你好'],
    ['Chinese UTF-16 without ASCII', iconv.encode('你好世界', 'utf-16le'), '你好世界'],
    [
      'traditional script in Big5',
      iconv.encode('客廳裡，張三說：「妳為什麼騙我？」李四沒有回答。'.repeat(4), 'big5'),
      '客廳裡，張三說：「妳為什麼騙我？」李四沒有回答。'.repeat(4),
    ],
    ['empty', new Uint8Array(), ''],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + index * 17) % 251);
  test.each([
    ['PNG', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')],
    ['noise', noise],
    ['zip', Buffer.concat([Buffer.from('PK\x03\x04'), noise])],
  ])('%s is binary', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(BinaryContentError);
  });
});
