/** Who is usually the party of an item. */
export type PartyKind = 'citizen' | 'individualBusiness' | 'enterprise'

/** An item of enforcement as the cases of the demonstration have it. */
export interface Item {
  /** Department and number. */
  code: string
  name: string
  domain: string
  /** Articles it rests on. */
  basis: readonly string[]
  parties: readonly PartyKind[]
  /** Trades a business of such a case is in. */
  trades: readonly string[]
  /** Titles of cases; `{place}` is an invented road. */
  titles: readonly string[]
  /** What was found on the spot. */
  found: readonly string[]
  /** Whether a coercive measure is usual. */
  mayCoerce?: true
}

const EATERIES = ['小馆', '面馆', '烧烤店', '早点铺', '砂锅店']
const SHOPS = ['便利店', '水果店', '五金店', '花店', '布艺店']

export const items: readonly Item[] = [
  {
    ...{
      code: 'CG-001',
      domain: '城市管理',
      basis: ['城市市容和环境卫生管理条例 第14条', '城市市容和环境卫生管理条例 第36条'],
      name: '占道经营',
      parties: ['individualBusiness', 'citizen'],
      trades: [...EATERIES, ...SHOPS],
    },
    titles: ['{place}占道摆摊经营案', '{place}店外占道经营案', '占用{place}人行道摆放桌椅经营案'],
    found: [
      '人行道上摆放桌椅六套，剩余通行宽度不足一米',
      '店外货架向人行道延伸一米八，责令改正后再次摆出',
      '流动摊位停留四十分钟，占用盲道',
    ],
  },
  {
    ...{
      code: 'CG-002',
      domain: '城市管理',
      basis: ['大气污染防治法 第81条', '大气污染防治法 第118条'],
      name: '餐饮油烟',
      parties: ['individualBusiness', 'enterprise'],
      trades: [...EATERIES, '餐饮管理有限公司'],
    },
    titles: ['{place}餐饮油烟直排案', '{place}未安装油烟净化设施案', '{place}油烟净化设施停用案'],
    found: ['排烟口距居民窗户四米，未见净化设施', '净化器断电，滤网积油', '油烟浓度检测值超过排放标准'],
  },
  {
    ...{
      code: 'CG-003',
      domain: '城市管理',
      basis: ['固体废物污染环境防治法 第111条'],
      name: '垃圾分类',
      parties: ['enterprise', 'individualBusiness'],
      trades: [...EATERIES, '物业服务有限公司'],
    },
    titles: ['{place}未按规定分类投放垃圾案', '{place}生活垃圾混合收集案', '{place}未设置分类收集容器案'],
    found: ['厨余垃圾与可回收物混装在同一桶内', '四类收集容器缺有害垃圾桶', '收运台账与实际去向不一致'],
  },
  {
    ...{
      code: 'CG-004',
      domain: '城市管理',
      basis: ['固体废物污染环境防治法 第111条'],
      name: '餐厨垃圾',
      parties: ['individualBusiness', 'enterprise'],
      trades: [...EATERIES, '餐饮管理有限公司'],
    },
    titles: ['{place}餐厨垃圾随意倾倒案', '{place}餐厨垃圾交未许可单位收运案'],
    found: ['后厨泔水倒入路边雨水口', '收运协议已到期两个月，另交个人拉走'],
  },
  {
    ...{
      code: 'CG-005',
      domain: '城市管理',
      basis: ['城市市容和环境卫生管理条例 第34条'],
      name: '建筑渣土',
      parties: ['enterprise'],
      trades: ['渣土运输有限公司', '建筑工程有限公司', '土石方工程有限公司'],
    },
    titles: ['{place}运输渣土未密闭案', '{place}车轮带泥污染道路案', '{place}未经核准处置渣土案', '{place}渣土抛撒案'],
    found: ['车厢顶盖未合拢，沿途抛撒约三十米', '出场未冲洗，带泥污染路面两百平方米', '未取得处置核准即外运十一车'],
    mayCoerce: true,
  },
  {
    ...{
      code: 'CG-006',
      domain: '城市管理',
      basis: ['城市市容和环境卫生管理条例 第11条', '城市市容和环境卫生管理条例 第36条'],
      name: '户外广告',
      parties: ['enterprise', 'individualBusiness'],
      trades: ['广告有限公司', '文化传媒有限公司', ...SHOPS],
    },
    titles: ['{place}擅自设置户外广告案', '{place}设置立柱式招牌案', '{place}户外广告逾期不拆除案'],
    found: ['楼顶设置发光字十二平方米，没有审批手续', '设置期限届满四个月仍未拆除', '立柱基础侵入绿化带'],
    mayCoerce: true,
  },
  {
    ...{
      code: 'CG-007',
      domain: '园林绿化',
      basis: ['城市市容和环境卫生管理条例 第14条'],
      name: '占用绿地',
      parties: ['enterprise', 'citizen'],
      trades: ['物业服务有限公司', '装饰工程有限公司'],
    },
    titles: ['{place}擅自占用绿地堆放建材案', '{place}毁绿种菜案', '{place}擅自砍伐行道树案'],
    found: ['绿地内堆放水泥、砂石二十余平方米', '砍伐香樟一株，胸径二十二厘米', '占绿面积经测量为十五平方米'],
  },
  {
    ...{
      code: 'CG-008',
      domain: '城市管理',
      basis: ['城市市容和环境卫生管理条例 第34条'],
      name: '市容秩序',
      parties: ['citizen', 'individualBusiness'],
      trades: SHOPS,
    },
    titles: ['{place}沿街晾晒影响市容案', '{place}随意张贴小广告案', '{place}临街乱吊挂案'],
    found: ['在护栏上晾晒被褥，经劝导不改', '张贴招租广告二十七张', '店招外吊挂灯箱，离地两米一'],
  },
  {
    ...{
      code: 'CG-009',
      domain: '城市管理',
      basis: ['城市市容和环境卫生管理条例 第36条'],
      name: '停车秩序',
      parties: ['enterprise'],
      trades: ['停车管理有限公司', '物业服务有限公司'],
    },
    titles: ['{place}擅自占用公共场地设置停车位案', '{place}擅自设置地锁案'],
    found: ['施划车位十四个，没有批准文件', '设置地锁九个，占用消防通道'],
    mayCoerce: true,
  },
  {
    ...{
      code: 'ZG-001',
      domain: '自然资源规划',
      basis: ['城乡规划法 第64条', '城乡规划法 第66条'],
      name: '违法建设',
      parties: ['citizen', 'enterprise'],
      trades: ['装饰工程有限公司', '置业有限公司'],
    },
    titles: ['{place}擅自搭建阳光房案', '{place}楼顶加建房屋案', '{place}院内违法建设案', '{place}临时建筑逾期不拆案'],
    found: ['楼顶搭建钢结构房屋三十八平方米', '没有建设工程规划许可证', '临时建筑批准期限届满仍在使用'],
    mayCoerce: true,
  },
  {
    ...{
      code: 'SW-001',
      domain: '水务',
      basis: ['城镇排水与污水处理条例 第49条', '城镇排水与污水处理条例 第50条'],
      name: '排水管理',
      parties: ['enterprise', 'individualBusiness'],
      trades: ['洗车店', '建筑工程有限公司', ...EATERIES],
    },
    titles: ['{place}向雨水管网排放污水案', '{place}未取得许可排水案', '{place}施工泥浆排入管网案'],
    found: ['洗车废水未经沉淀排入雨水口', '排水许可证已过期半年', '泥浆水直排，管道淤积十七米'],
  },
  {
    ...{
      code: 'SW-002',
      domain: '水务',
      basis: ['湖北省湖泊保护条例'],
      name: '湖泊岸线',
      parties: ['citizen', 'enterprise'],
      trades: ['水产养殖有限公司', '建筑工程有限公司'],
    },
    titles: ['{place}湖泊岸线范围内堆放物料案', '{place}擅自占用湖泊水域案'],
    found: ['岸线控制线内堆放石料约二十立方米', '向水域伸出木平台十平方米'],
    mayCoerce: true,
  },
  {
    ...{
      code: 'YJ-001',
      domain: '应急管理',
      basis: ['安全生产法'],
      name: '安全生产',
      parties: ['enterprise'],
      trades: ['五金制品有限公司', '仓储有限公司', '装饰工程有限公司'],
    },
    titles: ['{place}未设置安全警示标志案', '{place}未如实记录安全教育培训案', '{place}有限空间作业未审批案'],
    found: ['配电间门口没有警示标志', '培训记录三人签名系一人代签', '下井作业没有检测和监护'],
  },
  {
    ...{
      code: 'WJ-001',
      domain: '卫生健康',
      basis: ['公共场所卫生管理条例'],
      name: '公共场所卫生',
      parties: ['individualBusiness', 'enterprise'],
      trades: ['理发店', '足浴店', '旅馆', '健身有限公司'],
    },
    titles: ['{place}未取得卫生许可证营业案', '{place}从业人员无健康证明案', '{place}公共用品用具未消毒案'],
    found: ['营业两个月，没有卫生许可证', '四名从业人员中两名没有健康证明', '毛巾消毒柜没有通电'],
  },
  {
    ...{
      code: 'FG-001',
      domain: '房屋管理',
      basis: ['住宅室内装饰装修管理办法'],
      name: '房屋使用安全',
      parties: ['citizen', 'individualBusiness'],
      trades: ['家政服务店', '旅馆'],
    },
    titles: ['{place}擅自拆改承重墙案', '{place}违规隔断出租案'],
    found: ['客厅与阳台之间承重墙开洞一米二', '一百一十平方米住房隔成九间出租'],
  },
  {
    ...{
      code: 'JS-001',
      domain: '建设',
      basis: ['建设工程安全生产管理条例'],
      name: '施工管理',
      parties: ['enterprise'],
      trades: ['建筑工程有限公司', '市政工程有限公司', '装饰工程有限公司'],
    },
    titles: ['{place}夜间施工噪声扰民案', '{place}施工围挡不合规案', '{place}工地裸土未覆盖案'],
    found: ['夜间十一点四十分仍在浇筑，没有夜间施工证明', '围挡高度不足一米八', '裸土约四百平方米没有覆盖'],
  },
  {
    ...{
      code: 'MZ-001',
      domain: '民政',
      basis: ['殡葬管理条例'],
      name: '殡葬秩序',
      parties: ['citizen', 'individualBusiness'],
      trades: ['丧葬用品店'],
    },
    titles: ['{place}沿街焚烧祭祀用品案', '{place}占道搭设灵棚案'],
    found: ['在人行道上焚烧冥纸，烧坏路面砖', '灵棚占用机动车道一半'],
  },
]

/** Roads nobody finds on a map. */
export const roads: readonly string[] =
  '云栖巷 清和里 望月街 听涛路 南薰巷 梧桐里 拾翠街 星渚路 晴川里一巷 半坡街 石榴巷 白鹭里 知春路 柳浪街 竹溪里 桂影巷 长亭街 沐风路 青萍里 鹤鸣巷 麦浪街 紫藤里 松风路 采莲巷'.split(
    ' ',
  )
