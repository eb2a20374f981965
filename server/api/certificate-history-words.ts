import type { Words } from './language.ts'

/** What the jobs of the procedures about certificates do, as sentences without their subject. */
export const certificateHistoryWords: Words = {
  'certificate-matter.open': { zh: '登记证件事项', en: 'opened a matter about a certificate' },
  'reviewer.designate': { zh: '指定{person}审核：{reason}', en: 'designated {person} to review: {reason}' },
  'certificate.tell-holder': {
    zh: '告知持证人拟{disposal}证件 {certificate}，可以陈述申辩',
    en: 'told the holder what is proposed about {certificate}',
  },
  'certificate.cancelled': {
    zh: '注销证件 {certificate}（{reason}），退回任务 {tasks} 件',
    en: 'cancelled certificate {certificate} ({reason}); {tasks} tasks went back',
  },
  'certificate.suspended': {
    zh: '暂扣证件 {certificate}（{reason}），退回任务 {tasks} 件',
    en: 'suspended certificate {certificate} ({reason}); {tasks} tasks went back',
  },
  'certificate.withdrawn': {
    zh: '收回证件 {certificate}（{reason}），退回任务 {tasks} 件',
    en: 'withdrew certificate {certificate} ({reason}); {tasks} tasks went back',
  },
  'certificate.valid': { zh: '恢复证件 {certificate}', en: 'gave certificate {certificate} back' },
  'certificate.lost': {
    zh: '证件 {certificate} 挂失，声明作废',
    en: 'reported certificate {certificate} lost and invalid',
  },
  'certificate.add': { zh: '证件 {certificate} 生效', en: 'put certificate {certificate} in force' },
  'certificate.declare-invalid': {
    zh: '公告证件 {certificate} 作废：{why}',
    en: 'declared certificate {certificate} invalid',
  },
  'certificate.report': { zh: '列入报省平台清单', en: 'put it on the list for the province' },
  'certificate.remind-renewal': {
    zh: '提醒换发证件 {certificate}，有效期至 {validTo}',
    en: 'reminded of the renewal of certificate {certificate}, valid until {validTo}',
  },
  'certificate.suspension-over': {
    zh: '证件 {certificate} 暂扣期满，发起恢复',
    en: 'began to give back certificate {certificate}: its suspension is over',
  },
  'certificate.report-sent': {
    zh: '向省平台报送证件 {certificate}，第 {attempt} 次',
    en: 'reported certificate {certificate} to the province, attempt {attempt}',
  },
  'certificate.report-failed': {
    zh: '证件 {certificate} 第 {attempt} 次报省未送达：{error}',
    en: 'the report of certificate {certificate} did not get through, attempt {attempt}: {error}',
  },
  'certificate.report-answered': {
    zh: '登记省平台对证件 {certificate} 的答复',
    en: 'entered the answer of the province about certificate {certificate}',
  },
  'province-report.export': { zh: '导出报省台账', en: 'exported the reports to the province' },
  'certificate-matter.export': { zh: '导出证件台账', en: 'exported the register of certificate matters' },
  'officer.export': { zh: '导出执法人员登记簿', en: 'exported the register of officers' },
  'cleanup.open': {
    zh: '开始 {batch} 月清理，发给 {units} 个单位',
    en: 'began the clean-up of {batch}, {units} units asked',
  },
  'cleanup.circular': { zh: '通报{unit}未按期报告', en: 'named {unit} in a circular: no report' },
  'cleanup.missing': { zh: '{unit} 逾期未报，不再等待', en: '{unit} did not report and is not waited for' },
  'cleanup.approve': { zh: '清理批次获批，注销 {certificates} 件', en: 'was approved: {certificates} certificates' },
  'cleanup.publish': { zh: '公布 {batch} 月清理结果', en: 'made the result of {batch} known' },
  'cleanup.report': {
    zh: '{batch} 月报表：申领 {issued}，注销 {cancelled}，补办 {reissued}',
    en: '{batch}: {issued} issued, {cancelled} cancelled, {reissued} reissued',
  },
}
