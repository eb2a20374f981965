/** A street of the district: the prefix of its organisations, its name, and how many of the district's cases it has. */
export interface Street {
  id: string
  name: string
  weight: number
}

/** The fourteen streets. People, cases and everything else about them is invented. */
export const streets: readonly Street[] = [
  { id: 'LDJ', name: '粮道街', weight: 30 },
  { id: 'JYQ', name: '积玉桥', weight: 8 },
  { id: 'YY', name: '杨园', weight: 6 },
  { id: 'XJP', name: '徐家棚', weight: 8 },
  { id: 'ZHL', name: '中华路', weight: 5 },
  { id: 'HHL', name: '黄鹤楼', weight: 6 },
  { id: 'ZY', name: '紫阳', weight: 5 },
  { id: 'BSZ', name: '白沙洲', weight: 7 },
  { id: 'SYL', name: '首义路', weight: 5 },
  { id: 'ZNL', name: '中南路', weight: 6 },
  { id: 'SGH', name: '水果湖', weight: 5 },
  { id: 'LJS', name: '珞珈山', weight: 4 },
  { id: 'SD', name: '石洞', weight: 2 },
  { id: 'NH', name: '南湖', weight: 7 },
]

/** The street whose people and first cases are written by hand. */
export const FIRST_STREET = 'LDJ'
