import { absenceWords } from './absence-words.ts'
import { certificateWords } from './certificate-words.ts'
import { cooperationWords } from './cooperation-words.ts'
import { TASK_KINDS } from './kinds.ts'
import { lawfulnessWords } from './lawfulness/words.ts'
import { limitRuleWords } from './limit-words.ts'
import { migrationWords } from './migration-words.ts'
import { powerWords } from './power-words.ts'
import { publicationWords } from './publication-words.ts'
import { anotherOfGroup, separationWords } from './separation-words.ts'
import { whistleWords } from './whistle-words.ts'

type Sentence = Readonly<{ zh: string; en: string }>

const officerWithCertificate: Sentence = {
  zh: '请由持有效执法证的执法人员办理',
  en: 'Let an officer with a valid enforcement certificate do it',
}
const passOn: Sentence = {
  zh: '请移送或者吹哨给有权机关；赋权确认书签订后再办理',
  en: 'Transfer the matter to the authority in charge, or do it once the confirmation of empowerment is signed',
}

/** What the rules say, and under `<id>.remedy` what would make it pass. */
export const policyWords: Readonly<Record<string, Sentence>> = {
  ...separationWords,
  'policy.recusal': {
    zh: '您已回避本案，不再办理本案的任何任务',
    en: 'You were recused from this case and have no part in it any more',
  },
  'policy.recusal.remedy': anotherOfGroup,
  'policy.handler-excluded': {
    zh: '{person}已作为{earlier}经手本案，不能再任承办人',
    en: '{person} took part in the case as {earlier} and cannot become its handler',
  },
  'policy.handler-excluded.remedy': {
    zh: '请另行确定未经手本案审核、听证、罚款录入的承办人',
    en: 'Name handlers who had no part in reviewing, hearing or entering fines of the case',
  },
  'policy.file-review': {
    zh: '评查员不得评查自己经手过的案卷：您已作为{earlier}经手本案',
    en: 'Nobody reviews the file of a case he had a hand in: you took part as {earlier}',
  },
  'policy.file-review.remedy': {
    zh: '请由与本案无关的评查员评查',
    en: 'Let a reviewer of files do it who had no part in this case',
  },
  'policy.certificate-matter': {
    zh: '不得办理涉及本人证件的事项（{wanted}）',
    en: 'Nobody works on a matter of his own certificate ({wanted})',
  },
  'policy.certificate-matter.remedy': {
    zh: '请由其他经办人员办理，本人回避',
    en: 'Let somebody else of the post do it',
  },
  ...whistleWords,
  'policy.auxiliary-staff': {
    zh: '执法辅助人员不得实施执法行为',
    en: 'Auxiliary staff do not carry out enforcement acts',
  },
  'policy.auxiliary-staff.remedy': officerWithCertificate,
  'policy.process-administrator': {
    zh: '流程管理员不得办理案件',
    en: 'A process administrator works no case',
  },
  'policy.process-administrator.remedy': {
    zh: '请由本岗位的经办人员办理',
    en: 'Let staff of the post in charge do it',
  },
  'policy.assigned-to-other': {
    zh: '任务已由他人认领，只有认领人可以办理',
    en: 'Somebody else holds the task; only that person may work on it',
  },
  'policy.assigned-to-other.remedy': {
    zh: '请认领人办理、退回待认领或者转办给您',
    en: 'Ask that person to complete it, to release it or to assign it to you',
  },
  'policy.no-candidate': {
    zh: '您现任岗位不在本任务的办理范围内',
    en: 'None of your present appointments is among those the task is for',
  },
  'policy.no-candidate.remedy': {
    zh: '请由本任务办理岗位的人员办理',
    en: 'Let somebody do it who holds one of the appointments the task is for',
  },
  'policy.no-start-role': {
    zh: '您现任岗位不能发起本程序；可发起的岗位：{roles}',
    en: 'None of your present appointments may start this procedure; these may: {roles}',
  },
  'policy.no-start-role.remedy': {
    zh: '请由可发起岗位的人员发起',
    en: 'Let somebody start it who holds one of these appointments',
  },
  'policy.certificate.none': {
    zh: '没有登记的{certificate}，不能办理本任务',
    en: 'No {certificate} is registered, so this task cannot be done',
  },
  'policy.certificate.none.remedy': officerWithCertificate,
  'policy.certificate.not-valid': {
    zh: '{certificate}{state}，自该时起不能办理本任务',
    en: 'The {certificate} is {state}, so this task cannot be done',
  },
  'policy.certificate.not-valid.remedy': {
    zh: '请由持有效证件的人员办理；证件恢复或者换发后再办理',
    en: 'Let somebody with a valid certificate do it, or do it once the certificate is restored or renewed',
  },
  'policy.two-persons.alone': {
    zh: '本任务须两人办理：一人提交后由另一人副署，不能一人办结',
    en: 'This task takes two: one submits, another countersigns; nobody completes it alone',
  },
  'policy.two-persons.alone.remedy': {
    zh: '请提交后由另一名人员在自己的账号中副署',
    en: 'Submit it and let a second person countersign in his own account',
  },
  'policy.two-persons.unsigned': {
    zh: '还没有人提交，不能副署',
    en: 'Nobody has submitted it yet, so there is nothing to countersign',
  },
  'policy.two-persons.unsigned.remedy': { zh: '请承办人员先提交', en: 'Let the first person submit it' },
  'policy.two-persons.same': {
    zh: '提交人不能副署自己的提交，两人须是不同的人',
    en: 'Whoever submitted does not countersign; it takes two different persons',
  },
  'policy.two-persons.same.remedy': {
    zh: '请由另一名持有效证件的人员副署',
    en: 'Let another person with a valid certificate countersign',
  },
  'policy.two-persons.signer-certificate': {
    zh: '提交人的证件现在无效，不能据其提交副署',
    en: 'The certificate of the person who submitted is not valid now, so this cannot be countersigned',
  },
  'policy.two-persons.signer-certificate.remedy': {
    zh: '请退回，由持有效证件的两人重新办理',
    en: 'Send it back; two persons with valid certificates do it anew',
  },
  'policy.qualification': {
    zh: '初次从事处罚决定法制审核的人员，须通过国家统一法律职业资格考试取得资格；{since}以前已从事的须登记依据',
    en: 'Who first reviews penalty decisions holds the national legal qualification; who did so before {since} is registered with the ground',
  },
  'policy.qualification.remedy': {
    zh: '请由已取得法律职业资格的审核人员办理，或者先登记资格、登记豁免依据',
    en: 'Let a qualified reviewer do it, or register the qualification or the ground of the exemption first',
  },
  'policy.review-gate.unregistered': {
    zh: '本案没有立案登记，无法确认是否属于第五十八条情形，不得作出决定',
    en: 'The case is not registered, so nobody knows whether it falls under article 58; no decision is made',
  },
  'policy.review-gate.unregistered.remedy': {
    zh: '请先立案登记；属于第五十八条情形的，先送法制审核',
    en: 'Register the case first; if it falls under article 58, have it reviewed',
  },
  'policy.review-gate.none': {
    zh: '本案属于第五十八条情形，法制审核尚未通过，不得作出决定',
    en: 'The case falls under article 58; without a passed legal review no decision is made',
  },
  'policy.review-gate.none.remedy': {
    zh: '请先送法制审核，审核通过后再决定；也可以退回或者移送',
    en: 'Submit the case to legal review and decide once it has passed; it can also be returned or transferred',
  },
  'policy.review-gate.changed': {
    zh: '法制审核通过以后，案件有了实质变更，须重新审核，不得作出决定',
    en: 'The case changed materially after its review passed; it is reviewed again before a decision',
  },
  'policy.review-gate.changed.remedy': {
    zh: '请就变更后的案件重新送法制审核',
    en: 'Submit the changed case to legal review again',
  },
  'policy.no-overruling': {
    zh: '本案须审核通过方可决定，负责人不得不采纳审核意见径行决定',
    en: 'This case needs a passed review; a leader does not overrule the reviewers',
  },
  'policy.no-overruling.remedy': {
    zh: '请照审核意见办理，或者退回承办机构',
    en: 'Follow the review, or send the case back to the handler',
  },
  'policy.no-overruling.agree': {
    zh: '本案须由审核人员审核通过，负责人裁决不能代替审核同意',
    en: "This case is passed by reviewers; a leader's ruling does not stand in for their agreement",
  },
  'policy.no-overruling.agree.remedy': {
    zh: '请另派复审，或者选择其他意见',
    en: 'Ask for a repeated review, or rule otherwise',
  },
  'policy.checklist': {
    zh: '八项审核全部通过，才能作出同意的意见',
    en: 'An opinion that agrees needs all eight points in order',
  },
  'policy.checklist.remedy': {
    zh: '请逐项审核；有问题的，选择改正、补充调查、不同意或者移送',
    en: 'Judge each point; where something is wrong choose another opinion',
  },
  'policy.only-added': {
    zh: '第五十八条的情形在审核中只能增加，不能减少',
    en: 'Grounds of article 58 are added in the course of a review, never taken away',
  },
  'policy.only-added.remedy': { zh: '请保留已经认定的情形', en: 'Keep the grounds that were found' },
  'policy.case-handlers.two': {
    zh: '每件案件至少有两名不同的承办人',
    en: 'A case has at least two different handlers',
  },
  'policy.case-handlers.two.remedy': officerWithCertificate,
  'policy.case-handlers.certificate': {
    zh: '{people}目前没有有效的行政执法证，不能承办',
    en: '{people} hold no valid enforcement certificate now and cannot handle the case',
  },
  'policy.case-handlers.certificate.remedy': officerWithCertificate,
  'policy.subject': {
    zh: '事项{item}不在{org}的赋权范围内，或者不在有效期、未签赋权确认书',
    en: 'Matter {item} is not among those {org} is empowered for today, or its confirmation is not signed',
  },
  'policy.subject.remedy': passOn,
  'policy.subject.no-item': {
    zh: '没有写明执法事项，无法确认主体资格',
    en: 'No matter is named, so nobody knows whether the body is empowered',
  },
  'policy.subject.no-item.remedy': { zh: '请填写执法事项', en: 'Name the matter' },
  'policy.first-filed': {
    zh: '{org}已就同一当事人的同一行为先行立案（{caseNo}，{filedAt}），由其管辖',
    en: '{org} filed the same conduct of the same party first ({caseNo}, {filedAt}) and has the case',
  },
  'policy.first-filed.remedy': {
    zh: '请将线索移送先立案的机关；有争议的，提请协调管辖',
    en: 'Transfer the matter to the body that filed first, or ask for the dispute to be settled',
  },
  'policy.first-filed.perhaps': {
    zh: '{org}已对同一当事人的同一事项立案（{caseNo}，{filedAt}），可能是同一行为',
    en: '{org} has filed the same matter of the same party ({caseNo}, {filedAt}); it may be the same conduct',
  },
  'policy.first-filed.perhaps.remedy': {
    zh: '请填写行为起止日期并核对是否同一行为',
    en: 'Enter the days of the conduct and see whether it is the same',
  },
  'policy.night': {
    zh: '夜间不得实施行政强制执行',
    en: 'No coercive execution is carried out at night',
  },
  'policy.night.remedy': {
    zh: '请改在日间实施；情况紧急的，写明事由并经负责人批准',
    en: 'Do it by day; in urgent cases give the reason and have the head approve it',
  },
  'policy.night.holiday': {
    zh: '法定节假日不得实施行政强制执行',
    en: 'No coercive execution is carried out on a statutory holiday',
  },
  'policy.night.holiday.remedy': {
    zh: '请改在节假日以后实施；情况紧急的，写明事由并经负责人批准',
    en: 'Do it after the holiday; in urgent cases give the reason and have the head approve it',
  },
  'policy.night.supplies': {
    zh: '不得以停止供水、供电、供热、供燃气等方式迫使履行',
    en: 'Nobody is made to comply by cutting off water, power, heat or gas',
  },
  'policy.night.supplies.remedy': { zh: '请采用其他执行方式', en: 'Choose another way of execution' },
  'policy.penalty-link': {
    zh: '罚没数额不得作为考核指标：{indicator}读取了{reads}',
    en: 'What was fined or confiscated is no indicator of an assessment: {indicator} reads {reads}',
  },
  'policy.penalty-link.remedy': {
    zh: '请从考核指标中去掉罚款、没收的数额',
    en: 'Take the fines and confiscations out of the indicator',
  },
  'certificate-kind.enforcement': { zh: '行政执法证', en: 'enforcement certificate' },
  'certificate-kind.supervision': { zh: '行政执法监督证', en: 'supervision certificate' },
  'certificate-state.suspended': { zh: '已暂扣', en: 'suspended' },
  'certificate-state.withdrawn': { zh: '已收回', en: 'withdrawn' },
  'certificate-state.cancelled': { zh: '已注销', en: 'cancelled' },
  'certificate-state.lost': { zh: '已遗失尚未补办', en: 'lost and not yet replaced' },
  'certificate-state.expired': { zh: '已过有效期', en: 'expired' },
  'certificate-state.pending': { zh: '尚未生效', en: 'not valid yet' },
  'policy.supervisor-views': {
    zh: '监督人员只查看下级单位的案件，不办理',
    en: 'Supervisors look at the work below them and do none of it',
  },
  'policy.supervisor-views.remedy': {
    zh: '需要过问的，请发起监督介入',
    en: 'To intervene, start a supervision',
  },
  'policy.supervisor-works-no-case': {
    zh: '执法监督人员不得承办、审核或者决定案件',
    en: 'Who supervises enforcement handles, reviews and decides no case',
  },
  'policy.supervisor-works-no-case.remedy': {
    zh: '请由没有监督职务的人员办理',
    en: 'Let somebody do it who is no supervisor',
  },
  ...absenceWords,
  ...certificateWords,
  ...lawfulnessWords,
  ...cooperationWords,
  ...limitRuleWords,
  ...powerWords,
  ...publicationWords,
  ...migrationWords,
  ...Object.fromEntries(Object.entries(TASK_KINDS).map(([kind, sentence]) => [`kind.${kind}`, sentence])),
}
