/** What may be imposed on an item, and which articles allow coercion on it; of the others nothing is registered. */
interface ItemPowers {
  penaltyRange?: string
  coercion?: readonly string[]
}

/** As their articles say it. */
export const itemPowers: Readonly<Record<string, ItemPowers>> = {
  'CG-001': { penaltyRange: '责令停止违法行为、限期清理或者拆除，可以并处罚款' },
  'CG-002': { penaltyRange: '责令改正，处五千元以上五万元以下的罚款；拒不改正的，责令停业整治' },
  'CG-005': {
    penaltyRange: '责令停止违法行为、限期清理，可以并处罚款',
    coercion: ['行政强制法 第52条'],
  },
  'CG-006': {
    penaltyRange: '责令限期清理、拆除，可以并处罚款',
    coercion: ['行政强制法 第44条'],
  },
  'CG-009': { coercion: ['行政强制法 第52条'] },
  'ZG-001': {
    penaltyRange: '限期改正，并处建设工程造价百分之五以上百分之十以下的罚款；限期拆除，可以并处百分之十以下的罚款',
    coercion: ['城乡规划法 第68条', '行政强制法 第44条'],
  },
  'SW-002': { coercion: ['行政强制法 第52条'] },
}
