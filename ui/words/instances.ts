import type { Sentences } from './sentence.ts'

/** The list of cases and instances. */
export const instancesWords = {
  'instances.title': ['程序', 'Instances'],
  'instances.find': ['案号、案由、当事人', 'Case number, title, party'],
  'instances.findLabel': ['在案件中找', 'Find a case'],
  'instances.state': ['状态', 'State'],
  'instances.state.ACTIVE': ['进行中', 'Running'],
  'instances.state.COMPLETED': ['已办结', 'Completed'],
  'instances.state.TERMINATED': ['已撤销', 'Cancelled'],
  'instances.state.INCIDENT': ['有故障', 'With incident'],
  'instances.hold.SUSPENDED': ['已暂停', 'Suspended'],
  'instances.hold.BANNED': ['程序出错，已停住', 'Stopped by a fault'],
  'instances.incident': ['故障', 'incident'],
  'instances.caseNo': ['案号', 'Case number'],
  'instances.caseTitle': ['案由', 'Case'],
  'instances.party': ['当事人', 'Party'],
  'instances.procedure': ['程序', 'Procedure'],
  'instances.step': ['当前环节', 'Present step'],
  'instances.started': ['发起', 'Started'],
  'instances.ended': ['{date} 结束', 'ended {date}'],
  'instances.with': ['在{name}手里', 'with {name}'],
  'instances.empty': ['还没有案件', 'There are no cases yet'],
  'instances.emptyText': ['发起一个程序，它就会列在这里。', 'Start a procedure and it is listed here.'],
  'instances.none': ['没有找到', 'Nothing found'],
  'instances.noneText': ['换一个词，或换一种状态再看。', 'Try another word or another state.'],
} as const satisfies Sentences
