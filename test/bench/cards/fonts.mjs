// Typefaces that title cards are set in. What a display typeface lacks is drawn in Noto.
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const file = (name) => resolve(`@expo-google-fonts/${name}`);

/** The typeface for everything else. */
export const plain = file('noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf');
/** What numbers are set in: upright Hei in three weights, and one like Song. */
export const textFonts = {
  medium: plain,
  light: file('noto-sans-sc/300Light/NotoSansSC_300Light.ttf'),
  bold: file('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  xiaowei: file('zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'),
};
/** What titles are set in: brush, cartoon and poster lettering. */
export const displayFonts = {
  mashan: file('ma-shan-zheng/400Regular/MaShanZheng_400Regular.ttf'),
  kuaile: file('zcool-kuaile/400Regular/ZCOOLKuaiLe_400Regular.ttf'),
  huangyou: file('zcool-qingke-huangyou/400Regular/ZCOOLQingKeHuangYou_400Regular.ttf'),
};
