import { expect, test } from 'vitest';
import { pingyuanGazetteer } from '../src/gazetteer/load-gazetteer.ts';
import { localityOf, type Locality } from '../src/gazetteer/locality.ts';
import { zoneOf } from '../src/gazetteer/zone.ts';

const cases: [district: string | null, locality: Locality][] = [
  ['平原示范区', 'local'],
  ['新乡市平原示范区', 'local'],
  ['河南省新乡市平原城乡一体化示范区', 'local'],
  ['平原示范区原武镇', 'local'],
  ['新乡市平原示范区（师寨镇）', 'local'],
  [' 平原新区 ', 'local'],
  ['郑州市金水区', 'elsewhere'],
  ['新乡市红旗区', 'elsewhere'],
  ['郑州市桥北乡', 'elsewhere'],
  ['大平原示范区', 'elsewhere'],
  ['平原示范区以外', null],
  ['新乡市', null],
  ['河南省', null],
  ['原阳县', null],
  ['新乡市原阳县原武镇', null],
  ['', null],
  [null, null],
];
test.each(cases)('%s → %s', (district, locality) => {
  expect(localityOf(district, zoneOf(pingyuanGazetteer())!)).toBe(locality);
});
