import { article } from '../article.ts'
import type { Law } from '../statute.ts'

/** Day before the environmental code took over. */
const BEFORE_THE_CODE = '2026-08-14'

/** What street offices penalise by: air, noise, waste, planning, the look of the city, gas, drains. */
export const enforcementLaws: readonly Law[] = [
  {
    name: '大气污染防治法',
    title: { zh: '中华人民共和国大气污染防治法（2018年修正）', en: 'Law on Air Pollution (amended 2018)' },
    from: '2018-10-26',
    to: BEFORE_THE_CODE,
    verification: 'found',
    articles: [
      article(
        81,
        '餐饮业装好用好油烟净化设施；禁烧区内不得露天烧烤',
        'Eateries filter their fumes; no open barbecue where it is banned',
      ),
      article(
        118,
        '油烟超标、违规新设餐饮、露天烧烤的责令改正并罚款',
        'Fumes, eateries in dwellings and open barbecues are stopped and fined',
      ),
    ],
  },
  {
    name: '噪声污染防治法',
    title: { zh: '中华人民共和国噪声污染防治法', en: 'Law on Noise Pollution' },
    from: '2022-06-05',
    to: BEFORE_THE_CODE,
    verification: 'to-verify',
    articles: [
      article(
        64,
        '居民区慎用高音喇叭；广场活动守区域、时段和音量',
        'No loudspeakers among homes; public dancing keeps place, time and volume',
      ),
      article(
        81,
        '经营活动噪声超标、高音招揽的责令改正并罚款',
        'Noise of shops and loud advertising are stopped and fined',
      ),
      article(
        82,
        '高音喇叭、广场娱乐、室内装修扰民的先劝导，拒不改正再处罚',
        'Neighbours’ noise: persuasion first, a penalty if it goes on',
      ),
    ],
  },
  {
    name: '固体废物污染环境防治法',
    title: { zh: '中华人民共和国固体废物污染环境防治法（2020年修订）', en: 'Law on Solid Waste (revised 2020)' },
    from: '2020-09-01',
    to: BEFORE_THE_CODE,
    verification: 'to-verify',
    articles: [
      article(
        111,
        '乱倒生活垃圾、建筑垃圾，违规处置厨余的责令改正并罚款',
        'Dumped rubbish and rubble, food waste handed to the wrong people: stopped and fined',
      ),
    ],
  },
  {
    name: '生态环境法典',
    title: { zh: '中华人民共和国生态环境法典', en: 'Environmental Code' },
    from: '2026-08-15',
    verification: 'to-verify',
    articles: [],
  },
  {
    name: '城乡规划法',
    title: { zh: '中华人民共和国城乡规划法（2019年修正）', en: 'Law on Urban and Rural Planning (amended 2019)' },
    from: '2019-04-23',
    verification: 'law-text',
    articles: [
      article(
        64,
        '无证或不按证建设的责令停工、改正或拆除，可并处罚款',
        'Building without or against a permit is stopped, mended or pulled down, and fined',
      ),
      article(
        66,
        '违规临时建设限期拆除，可并处造价一倍以下罚款',
        'Temporary buildings without approval come down, with a fine of up to their cost',
      ),
      article(
        68,
        '不停工、不拆除的，县级以上政府可责成查封或强制拆除',
        'Who does not stop or pull down faces sealing or demolition',
      ),
    ],
  },
  {
    name: '城市市容和环境卫生管理条例',
    title: {
      zh: '城市市容和环境卫生管理条例（2017年修订）',
      en: 'Regulation on the Look and Hygiene of Cities (revised 2017)',
    },
    from: '2017-03-01',
    verification: 'found',
    articles: [
      article(
        11,
        '户外广告内容健康、外形整洁；大型的先经同意再审批',
        'Outdoor advertising is kept decent; large ones need consent first',
      ),
      article(
        14,
        '街道和公共场地未经批准不得堆放物料、搭建',
        'Nothing is stored or built on streets and public ground without approval',
      ),
      article(
        34,
        '随地乱扔、乱贴乱画、不按规定倒垃圾的责令纠正，可警告、罚款',
        'Littering, scribbling and tipping are mended, with a warning or fine',
      ),
      article(
        36,
        '擅设大型广告、占用街道堆放搭建的限期清理、拆除，可罚款',
        'Large signs and things on streets without approval are removed and may be fined',
      ),
    ],
  },
  {
    name: '城镇燃气管理条例',
    title: { zh: '城镇燃气管理条例（2016年修订）', en: 'Regulation on Gas in Towns (revised 2016)' },
    from: '2016-02-06',
    verification: 'found',
    articles: [
      article(
        50,
        '在燃气设施保护范围内危险作业的责令停止、恢复并罚款',
        'Dangerous work near gas installations is stopped, undone and fined',
      ),
    ],
  },
  {
    name: '城镇排水与污水处理条例',
    title: { zh: '城镇排水与污水处理条例', en: 'Regulation on Drains and Sewage in Towns' },
    from: '2014-01-01',
    verification: 'law-text',
    articles: [
      article(
        49,
        '污水乱排、雨污混接的责令改正，逾期罚款',
        'Sewage in the wrong drain is mended, and fined if it is not',
      ),
      article(
        50,
        '无证或不按证向管网排水的责令停止并可罚款',
        'Draining without or against a permit is stopped and may be fined',
      ),
    ],
  },
]
