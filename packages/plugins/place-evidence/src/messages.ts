import type { MessageTable } from '@shenpian/core';

/** What the checker says, in both languages. */
export const messages = {
  placeProven: {
    'zh-CN': '“{{location}}” 的照片 {{photo}} 与第 {{episode}} 集 {{shots}} 个镜头（共 {{seconds}} 秒）是同一处地方。',
    en: 'The photo {{photo}} of "{{location}}" shows the same place as {{shots}} shots ({{seconds}} s) of episode {{episode}}.',
  },
  photoIsFrame: {
    'zh-CN':
      '照片 {{photo}} 就是本剧的画面（或从中裁出），不能另作 “{{location}}” 的取景证明。请提供在当地另外拍摄的照片。',
    en: 'The photo {{photo}} is a frame of the film itself, or cut out of one: it is no evidence of its own for "{{location}}". Hand in a photo that was taken there.',
  },
  samePhotoTwice: {
    'zh-CN': '照片 {{photo}}（{{location}}）与 {{other}}（{{otherLocation}}）是同一张。请核实它到底拍的是哪里。',
    en: 'The photos {{photo}} ({{location}}) and {{other}} ({{otherLocation}}) are the same one. Check which place it shows.',
  },
  photoUnreadable: {
    'zh-CN': '“{{location}}” 的照片 {{photo}} 打不开（{{detail}}），没有比对。请换一张完好的 JPEG 或 PNG。',
    en: 'The photo {{photo}} of "{{location}}" cannot be opened ({{detail}}) and was not compared. Hand in an undamaged JPEG or PNG.',
  },
  photoHeic: {
    'zh-CN': '“{{location}}” 的照片 {{photo}} 是 HEIC 格式，没有比对（其中的坐标仍会读取）。请另存为 JPEG。',
    en: 'The photo {{photo}} of "{{location}}" is HEIC and was not compared (its coordinates are read all the same). Save it as JPEG.',
  },
  coordinatesBad: {
    'zh-CN': '{{file}} 的坐标（{{coordinates}}）不可用：{{problem}}。没有采用。',
    en: 'The coordinates ({{coordinates}}) of {{file}} are of no use: {{problem}}. They were not used.',
  },
  gpsFarFromPoint: {
    'zh-CN':
      '{{file}} 的坐标离 “{{location}}” 在 drama.yaml 中的坐标有 {{kilometres}} 千米。请核实是照片放错了，还是坐标写错了。',
    en: 'The coordinates of {{file}} are {{kilometres}} km from the point of "{{location}}" in drama.yaml. Check whether the photo or the point is wrong.',
  },
  pointIsShifted: {
    'zh-CN':
      '“{{location}}” 在 drama.yaml 中的坐标像是从高德、腾讯等地图抄来的（GCJ-02），与照片 {{file}} 的 GPS 正好差这一偏移。drama.yaml 应写 WGS-84：约 [{{longitude}}, {{latitude}}]。',
    en: 'The point of "{{location}}" in drama.yaml looks copied from a Chinese map (GCJ-02): it is exactly that shift away from the GPS of {{file}}. drama.yaml takes WGS-84: about [{{longitude}}, {{latitude}}].',
  },
  outsideZone: {
    'zh-CN': '{{file}} 的坐标在{{zone}}边界之外，而 drama.yaml 写 “{{location}}” 在区内。请核实。',
    en: 'The coordinates of {{file}} lie outside the boundary of {{zone}}, while drama.yaml says that "{{location}}" is inside. Check which is right.',
  },
  boundaryUnknown: {
    'zh-CN':
      '有 {{count}} 个文件带坐标，但没有{{zone}}的边界，无法判断它们是否在区内（不作猜测）。可在 drama.yaml 的 evidence.zone-boundary 给出 GeoJSON。',
    en: '{{count}} files have coordinates, but no boundary of {{zone}} is known, so whether they lie inside is not decided (and not guessed). Give GeoJSON as evidence.zone-boundary in drama.yaml.',
  },
  boundaryUnreadable: {
    'zh-CN':
      '边界文件 {{file}} 不是可用的 GeoJSON（{{detail}}），没有采用。需要 Polygon 或 MultiPolygon，坐标为 [经度, 纬度]。',
    en: 'The boundary {{file}} is no usable GeoJSON ({{detail}}) and was not used. It takes Polygons or MultiPolygons with [longitude, latitude].',
  },
  nameSeen: {
    'zh-CN': '画面文字出现{{kind}} “{{name}}”（“{{text}}”），本集共 {{count}} 处。',
    en: 'The {{kind}} "{{name}}" is in writing on screen ("{{text}}"), {{count}} times in this episode.',
  },
  nameSaid: {
    'zh-CN': '台词提到{{kind}} “{{name}}”（“{{text}}”），本集共 {{count}} 处。',
    en: 'The {{kind}} "{{name}}" is named in dialogue ("{{text}}"), {{count}} times in this episode.',
  },
} satisfies MessageTable;
