import { expect, test } from 'vitest';
import { readSheetMarks } from '../../src/ingest/xlsx-marks.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

test('prefixes, names of parts and ways to write a name differ between programs', () => {
  const parts = new Map([
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Target="/xl/worksheets/Sheet9.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<x:workbook xmlns:x="${main}" xmlns:rr="${documents}"><x:workbookPr date1904="true"/>` +
        '<x:sheets><x:sheet name="A &amp; &#x4E2D;&#25991;" sheetId="1" rr:id="r1"/></x:sheets></x:workbook>',
    ],
    [
      'xl/worksheets/Sheet9.xml',
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="AB1" t="e"><x:f>A1</x:f><x:v>#REF!</x:v></x:c>` +
        '<x:c r="AC1"><x:v>5</x:v></x:c></x:row></x:sheetData>' +
        '<x:mergeCells><x:mergeCell ref="A2:C4"/><x:mergeCell ref="nonsense"/></x:mergeCells></x:worksheet>',
    ],
  ]);
  const { marks, dates1904 } = readSheetMarks(parts);
  expect(dates1904).toBe(true);
  expect([...marks]).toEqual([
    [
      'A & 中文',
      {
        merged: [{ top: 1, left: 0, bottom: 3, right: 2 }],
        errors: [{ row: 0, column: 27, text: '#REF!' }],
      },
    ],
  ]);
});
