import type { Law } from '../statute.ts'

/** Documents of the State Council's office that are cited whole; none of their texts was at hand. */
export const officeDocuments: readonly Law[] = [
  {
    name: '国办发〔2018〕118号',
    title: {
      zh: '关于全面推行行政执法三项制度的指导意见',
      en: 'Opinion on publicity, records and legal review of enforcement',
    },
    from: '2018-12-05',
    verification: 'to-verify',
    articles: [],
  },
  {
    name: '行政执法监督条例',
    title: {
      zh: '行政执法监督条例（国务院令第825号）',
      en: 'Regulation on the supervision of administrative enforcement',
    },
    from: '2026-02-01',
    verification: 'found',
    articles: [],
  },
  {
    name: '国办发〔2024〕54号',
    title: { zh: '关于严格规范涉企行政检查的意见', en: 'Opinion on inspections of enterprises' },
    from: '2024-12-26',
    verification: 'to-verify',
    articles: [],
  },
  {
    name: '国办发〔2025〕22号',
    title: { zh: '关于进一步完善信用修复制度的实施方案', en: 'Plan for the repair of credit' },
    from: '2025-06-03',
    verification: 'to-verify',
    articles: [],
  },
]
