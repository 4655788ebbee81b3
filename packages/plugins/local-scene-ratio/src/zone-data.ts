/**
 * How documents and people write 平原示范区. Source of the code 410773 新乡市平原城乡一体化示范区 and of its six townships: the NBS
 * division codes as collected in modood/Administrative-divisions-of-China (2024-11-28).
 */
export const pingyuanZone = {
  name: '平原示范区',
  aliases: ['平原城乡一体化示范区', '平原新区', '龙源街道', '原武镇', '师寨镇', '韩董庄镇', '祝楼乡', '桥北乡'],
  within: ['中国', '河南省', '河南', '新乡市', '新乡'],
  // Division maps without code 410773 draw the zone inside 原阳县, so this name alone does not say which it is.
  unclear: ['原阳县', '原阳', '中原农谷'],
};
