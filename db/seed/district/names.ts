/** Family names with their reading; 41 of them. */
const FAMILY =
  '白bai 毕bi 岑cen 柴chai 程cheng 褚chu 戴dai 窦dou 段duan 费fei 傅fu 葛ge 管guan 桂gui 韩han 郝hao 洪hong 华hua 霍huo 纪ji 简jian 焦jiao 蓝lan 黎li 梁liang 凌ling 鲁lu 麦mai 孟meng 莫mo 宁ning 庞pang 裴pei 齐qi 冉ran 阮ruan 邵shao 石shi 谭tan 童tong 尉yu'.split(
    ' ',
  )

/** Given names out of herbals and old books, so that nobody takes them for somebody's; 40 of them. */
const GIVEN =
  '知秋zhiqiu 望舒wangshu 怀瑾huaijin 若谷ruogu 思齐siqi 见贤jianxian 守拙shouzhuo 抱朴baopu 澄心chengxin 听澜tinglan 观复guanfu 采薇caiwei 长风changfeng 临渊linyuan 清扬qingyang 松声songsheng 云起yunqi 雪舟xuezhou 春山chunshan 夏木xiamu 秋水qiushui 冬青dongqing 半夏banxia 南星nanxing 远志yuanzhi 景天jingtian 白芷baizhi 苏叶suye 青黛qingdai 忍冬rendong 当归danggui 决明jueming 泽兰zelan 杜若duruo 重楼chonglou 空青kongqing 辛夷xinyi 连翘lianqiao 佩兰peilan 紫菀ziwan'.split(
    ' ',
  )

/** Somebody's invented name and the id made of its reading. */
export interface InventedName {
  name: string
  id: string
}

/** How many different names there are. */
export const NAMES = FAMILY.length * GIVEN.length

/** The nth invented name, each once: 41 and 40 have no common divisor. */
export function inventedName(n: number): InventedName {
  const [family, given] = [FAMILY[n % FAMILY.length], GIVEN[n % GIVEN.length]].map(readingOf)
  return { name: `${family?.word}${given?.word}`, id: `${family?.reading}-${given?.reading}` }
}

function readingOf(entry = ''): { word: string; reading: string } {
  const reading = /[a-z]+$/.exec(entry)?.[0] ?? ''
  return { word: entry.slice(0, -reading.length), reading }
}
