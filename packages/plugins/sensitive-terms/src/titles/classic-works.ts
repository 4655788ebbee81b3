/**
 * Works whose names are played upon: 甄嬛传 and the four great novels, which the tip (2024-12) and the campaign (2026-01-01) on AI魔改
 * name, and others as well known (our choice). At least three characters: shorter names have too many homophones.
 */
export const classicTitles: readonly string[] = [
  ...['红楼梦', '西游记', '三国演义', '水浒传', '甄嬛传'],
  ...['封神演义', '聊斋志异', '西厢记', '牡丹亭', '桃花扇', '窦娥冤', '白蛇传', '花木兰', '霸王别姬', '天仙配'],
  ...['射雕英雄传', '神雕侠侣', '倚天屠龙记', '笑傲江湖', '天龙八部', '鹿鼎记'],
  ...['还珠格格', '新白娘子传奇', '武林外传', '仙剑奇侠传', '琅琊榜', '雍正王朝', '步步惊心', '流浪地球'],
];

/** Names that say that a title is about one of the four great novels or 甄嬛传. */
export const classicNames =
  /红楼|西游|三国|水浒|甄嬛|悟空|唐僧|八戒|白骨精|黛玉|贾宝玉|薛宝钗|王熙凤|武松|宋江|鲁智深|李逵|林冲|潘金莲|诸葛亮|曹操|刘备|张飞|关羽/;

/** What those stories never had: a title that joins the two announces a remake for laughs. */
export const modernThings =
  /AI|魔改|整活|恶搞|鬼畜|枪战|机枪|机器人|机甲|摩托|坦克|飙车|跑车|蹦迪|夜店|说唱|直播|外卖|总裁|霸总|电竞|丧尸|变形金刚|奥特曼|哥斯拉|网红/i;
