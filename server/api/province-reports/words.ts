/** Why a report to the province is not sent or answered. */
export const provinceReportProblems = {
  'province-report.no-address': {
    status: 409,
    zh: '没有设置省平台的地址；请人工上报，再登记答复',
    en: "No address of the province's platform is set; carry the report over and enter the answer",
  },
  'province-report.answered': {
    status: 409,
    zh: '省平台已经接收这份报告',
    en: 'The province has taken this report already',
  },
} as const
