import { describe, expect, test } from 'vitest';
import { starterLexicons } from '../src/lexicon/starter-lexicons.ts';
import { lexiconSchema } from '../src/lexicon/lexicon.ts';
import { screenLines, screenText } from '../src/screening/screen-text.ts';

/** `line:column matched > term level`, as short as a table can hold. */
const found = async (text: string, options = {}) =>
  (await screenText(text, options)).map(
    ({ line, column, length, matched, term, level }) => `${line}:${column}+${length} ${matched} > ${term} ${level}`,
  );

describe('found, at its place', () => {
  test.each([
    ['来我们平台下注，稳赚不赔', ['1:6+2 下注 > 下注 warning', '1:9+4 稳赚不赔 > 稳赚不赔 warning']],
    ['加微信领彩金', ['1:1+4 加微信领 > 加微信领 violation', '1:5+2 彩金 > 彩金 violation']],
    ['赌*博', ['1:1+3 赌*博 > 赌博 warning']],
    ['别去赌 博', ['1:3+3 赌 博 > 赌博 warning']],
    ['赌😀博', ['1:1+4 赌😀博 > 赌博 warning']],
    ['赌\u200b\u200d博', ['1:1+4 赌\u200b\u200d博 > 赌博 warning']],
    ['賭博', ['1:1+2 賭博 > 赌博 warning']],
    ['贝者博', ['1:1+3 贝者博 > 赌博 warning']],
    ['稳賺不賠', ['1:1+4 稳賺不賠 > 稳赚不赔 warning']],
    ['稳-赚-不-赔', ['1:1+7 稳-赚-不-赔 > 稳赚不赔 warning']],
    ['稳，赚，不，赔', ['1:1+7 稳，赚，不，赔 > 稳赚不赔 warning']],
    ['首。充，送', ['1:1+5 首。充，送 > 首充送 violation']],
    ['他在赌。博的是运气', ['1:3+3 赌。博 > 赌博 info']],
    ['给我来点ｋ粉', ['1:5+2 ｋ粉 > K粉 warning']],
    ['CnM 你等着', ['1:1+3 CnM > 操你妈 violation']],
    ['c n m', ['1:1+5 c n m > 操你妈 violation']],
    ['傻-逼', ['1:1+3 傻-逼 > 傻逼 violation']],
    ['第一行\n第二行有人聚众赌博', ['2:6+4 聚众赌博 > 聚众赌博 warning', '2:8+2 赌博 > 赌博 warning']],
    ['一\r\n二\r三\n我弄死你', ['4:2+3 弄死你 > 弄死你 warning']],
  ])('%j', async (text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe('not flagged above info', () => {
  test.each([
    '打死我也不信',
    '今天终于杀青了',
    '前面路口交通堵了',
    '秒杀价',
    '笑死我了',
    '大麻烦',
    '你可给我惹了个大麻烦',
    '这局我赢定了快出牌',
    '爆破戏',
    '杀价',
    '赌你不敢跟我表白',
    '我跟你打赌，博士一定会来',
    '赌\n博',
    '以下注意事项请大家牢记',
    '这条彩金项链真好看',
    '这是妈妈的味道',
    '她妈妈的生日快到了',
    '领导亲自慰问家属',
    'Java 和 cnmail',
    '我是她的OK粉丝',
    '远离赌博，珍惜家庭',
    '他在缉毒一线二十年',
    '开机仪式上午十点',
    '手撕鸡真好吃',
    '霸道总裁来了',
    `赌${'—'.repeat(60)}博`,
    '',
  ])('%j', async (text) => {
    expect((await screenText(text)).filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

test('one line as long as a script is read like many', async () => {
  const line = '他在赌场，这下大麻烦了，前面路口交通堵了。'.repeat(500);
  const hits = await screenText(line);
  expect(hits.map(({ matched }) => matched)).toEqual(Array.from({ length: 500 }, () => '赌场'));
  expect(hits[1]).toMatchObject({ column: 24, contextColumn: 24 });
  expect(hits[499]?.context.length).toBeLessThan(150);
});

test('words for titles are looked for in titles only', async () => {
  expect(await found('霸总的复仇', { scope: 'title' })).toEqual([
    '1:1+2 霸总 > 霸总 warning',
    '1:4+2 复仇 > 复仇 warning',
  ]);
  expect(await found('霸总的复仇')).toEqual([]);
});

test('a hit says why: variant, disguise, what lowered it, and the rule', async () => {
  const [disguised] = await screenText('賭-博');
  expect(disguised).toMatchObject({ disguised: true, variant: null, lowered: [], context: '賭-博' });
  expect(disguised?.standards).toEqual([{ document: '网络短视频内容审核标准细则（2021）', article: '第十五类第61项' }]);
  const [variant] = await screenText('只赚不赔');
  expect(variant).toMatchObject({ disguised: false, variant: '只赚不赔', term: '稳赚不赔' });
  const [split] = await screenText('他在赌。博的是运气');
  expect(split?.lowered).toEqual(['acrossPunctuation']);
});

test('the context model lowers a hit in everyday talk, and only when it may', async () => {
  const lexicons = [
    lexiconSchema.parse({
      id: 'set',
      title: { 'zh-CN': '片场', en: 'set' },
      terms: [{ text: '爆破', level: 'violation' }],
    }),
  ];
  const line = '明天拍爆破戏，大家注意安全';
  expect(await found(line, { lexicons })).toEqual(['1:4+2 爆破 > 爆破 warning']);
  expect(await found(line, { lexicons, context: false })).toEqual(['1:4+2 爆破 > 爆破 violation']);
});

describe('lexicons of the user', () => {
  const own = (terms: unknown[], more = {}) =>
    lexiconSchema.parse({ id: 'own', title: { 'zh-CN': '自定义', en: 'own' }, terms, ...more });
  test.each([
    ['add', own([{ text: '凤湖', level: 'info' }]), '凤湖', ['1:1+2 凤湖 > 凤湖 info']],
    ['override', own([{ text: '賭博', level: 'info' }]), '他天天赌博', ['1:4+2 赌博 > 賭博 info']],
    ['disable', own([], { disable: ['赌博'] }), '他天天赌博', []],
  ])('%s', async (_, lexicon, text, expected) => {
    expect(await found(text, { lexicons: [...starterLexicons(), lexicon], context: false })).toEqual(expected);
  });

  test.each([
    ['misses', { text: '甲乙', level: 'info', match: ['甲丙'] }, 'missesExample', /"甲乙" of lexicon own .* "甲丙"/],
    [
      'flags',
      { text: '甲乙', level: 'warning', noMatch: ['有甲乙丙'] },
      'flagsExample',
      /"甲乙" of lexicon own .* "有甲乙丙"/,
    ],
    ['can never match', { text: '***', level: 'info' }, 'neverMatches', /"\*\*\*" of lexicon own/],
  ])('a term that %s is refused with its name', async (_, term, code, message) => {
    const error = await screenLines(['x'], { lexicons: [own([term])] }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'LexiconError', code, message: expect.stringMatching(message) });
  });
});

// Each of these took minutes when a step took time in the square of the line.
test.each([
  ['a ruled line', `${'赌'.repeat(200_000)}博`, 1],
  ['a line of hits', '他天天赌博，稳赚赚不赔'.repeat(5_000), 10_000],
  ['a line of digits', '1一①壹'.repeat(50_000), 0],
])(
  '%s without an end is screened in a few seconds',
  async (_, text, count) => {
    expect(await screenText(text, { context: false })).toHaveLength(count);
  },
  30_000,
);
