/**
 * Rare surnames that PP-OCRv4 takes for other characters however clear the picture, and for which: in half or more of eight
 * renderings (`scripts/measure-mistaken.mjs`).
 */
const mistakenFor: Readonly<Record<string, string>> = {
  佘: '余',
  逄: '逢',
  亓: '元开',
  仝: '全',
  晁: '显',
  笪: '笃首算简',
  缑: '缤维续',
  禤: '榻',
  冼: '洗',
  仉: '价优',
  郗: '都',
  贠: '负',
  逯: '远退',
  郄: '郑',
  佴: '俱但',
  郐: '会',
  厍: '库',
  仫: '么',
};

/** Whether `right` is often read as `read`. */
export function oftenMistaken(right: string, read: string): boolean {
  return read !== '' && (mistakenFor[right]?.includes(read) ?? false);
}
