/**
 * Characters that differ in a stroke or in one part, which readers of pictures take for each other. Chosen by us for the
 * characters that terms are made of; hits through them are for review only.
 */
const groups = [
  '赌睹堵',
  '博搏傅愽',
  '毒毐',
  '彩采',
  '奸歼',
  '淫婬',
  '嫖漂',
  '妓伎',
  '娼倡',
  '裸祼',
  '杀刹',
  '枪抢',
  '炸诈',
  '骗骟',
  '贷货',
  '烟炯',
  '巫坐',
  '末未',
  '己已巳',
  '日曰',
  '土士',
  '干千于',
  '大太犬',
  '人入',
  '刀力',
  '粉纷',
  '麻床',
  '吸级',
  '贩败',
  '卖买',
  '徽微',
  '信倍',
  '注汪',
  '庄压',
  '荷苛',
  '筹畴',
  '赔陪',
  '赚嫌',
];

/** Characters that look like a character, by folded character. */
export const lookAlikes: ReadonlyMap<string, string> = lookAlikesOf(groups);

function lookAlikesOf(rows: readonly string[]): Map<string, string> {
  const alike = new Map<string, string>();
  for (const row of rows) {
    for (const each of row) alike.set(each, (alike.get(each) ?? '') + row.replaceAll(each, ''));
  }
  return alike;
}
