import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GazetteerError } from '../src/gazetteer/gazetteer-error.ts';
import { loadGazetteer, parseGazetteer, pingyuanGazetteer } from '../src/gazetteer/load-gazetteer.ts';
import { nameSearch } from '../src/gazetteer/name-search.ts';
import { searchFor } from '../src/mentions.ts';

const search = nameSearch(pingyuanGazetteer().entries);
const names = (text: string, source: 'sign' | 'dialogue' = 'sign'): string[] =>
  search.find(text, source).map(({ entry }) => entry.name);

describe('nameSearch', () => {
  it('finds names and aliases, whatever stands between the characters', () => {
    expect(names('欢迎来到 原武·城隍庙')).toEqual(['原武城隍庙']);
    expect(names('玲珑塔下')).toEqual(['善护寺塔']);
    expect(names('去原武镇看毛猴', 'dialogue')).toEqual(['原武镇', '毛猴']);
  });

  it('takes the longest name alone', () => {
    expect(names('盐店庄万亩桃园')).toEqual(['盐店庄万亩桃园']);
    expect(names('国家生物育种产业创新中心')).toEqual(['国家生物育种产业创新中心']);
  });

  it('reads a name with one character wrong on a sign, from four characters on, and never in dialogue', () => {
    expect(search.find('原武城皇庙', 'sign')).toMatchObject([{ read: '原武城皇庙', exact: false }]);
    expect(names('善护寺搭')).toEqual(['善护寺塔']);
    expect(names('原式镇')).toEqual([]);
    expect(names('原武城皇庙', 'dialogue')).toEqual([]);
  });

  it('knows phrases in which a name is no name', () => {
    expect(names('我这是毛遂自荐', 'dialogue')).toEqual([]);
    expect(names('毛遂是这里的人', 'dialogue')).toEqual(['毛遂']);
  });

  it('takes misreadings of signs from the gazetteer', () => {
    const entry = {
      name: '佘村',
      kind: 'landmark',
      misreadings: ['余村'],
      aliases: [],
      except: [],
      source: 'x',
    } as const;
    const own = nameSearch([{ ...entry, misreadings: [...entry.misreadings], aliases: [], except: [] }]);
    expect(own.find('余村', 'sign')).toMatchObject([{ exact: false }]);
    expect(own.find('余村', 'dialogue')).toEqual([]);
  });

  it('finds no name in lines of ordinary dialogue, even read as signs', () => {
    const file = new URL('../../sensitive-terms/data/ordinary-lines.txt', import.meta.url);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.length).toBeGreaterThan(1000);
    const hits = lines.filter((line) => search.find(line, 'sign').length > 0);
    expect(hits).toEqual([]);
  });

  it('looks for the locations of the submission too', () => {
    const location = { name: '凤湖公园', district: null, point: null, photos: [], scenes: [] };
    const [found] = searchFor([pingyuanGazetteer()], [location]).find('凤湖公圆欢迎您', 'sign');
    expect(found?.entry).toMatchObject({ name: '凤湖公园', kind: 'location', source: 'drama.yaml' });
  });
});

describe('gazetteers', () => {
  it('has the six townships with codes, and a source for everything', () => {
    const { entries, zone, sources } = pingyuanGazetteer();
    expect(zone?.code).toBe('410773');
    expect(entries.filter(({ kind, code }) => kind === 'township' && code?.startsWith('410773'))).toHaveLength(6);
    for (const { source } of entries) expect(sources).toHaveProperty(source);
  });

  it('does not claim what no source was found for', () => {
    const all = JSON.stringify(pingyuanGazetteer());
    for (const name of ['凤湖公园', '凤鸣湖', '博浪沙', '平原博物院']) expect(all).not.toContain(name);
  });

  it.each([
    ['entries: [', 'line 1'],
    [
      'id: x\ntitle: {zh-CN: 甲, en: a}\nsources: {}\nentries: [{name: 甲乙, kind: landmark, source: gone}]',
      'no source',
    ],
    ['id: x\ntitle: {zh-CN: 甲, en: a}\nsources: {}\nentries: [{name: 甲, kind: landmark, source: a}]', 'two letters'],
    ['id: x\ntitle: {zh-CN: 甲, en: a}\nsources: {}\nplaces: []', 'places'],
  ])('says what is wrong with %j', (yaml, words) => {
    expect(() => parseGazetteer(yaml, 'mine.yaml')).toThrow(GazetteerError);
    expect(() => parseGazetteer(yaml, 'mine.yaml')).toThrow(words);
    expect(() => parseGazetteer(yaml, 'mine.yaml')).toThrow('mine.yaml');
  });

  it('says that a file cannot be read', async () => {
    await expect(loadGazetteer('/nowhere/names.yaml')).rejects.toMatchObject({ code: 'unreadable' });
  });
});
