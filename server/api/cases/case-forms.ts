import type { Component, Form } from '../../forms/index.ts'
import { CASE_CHANGES } from '../../registers/cases/case-changes.ts'
import * as choices from './case-choices.ts'
import { type Choice, choice, day, group, line, lines, listed, people, choices as ticks } from './fields.ts'

const PERSON = '["citizen", "individualBusiness", "foreign"]'
const ofPerson = `=not(list contains(${PERSON}, partyType))`
const ofUnit = '=list contains(["citizen", "foreign"], partyType)'
const ofOrganisation = `=partyType = null or list contains(${PERSON}, partyType)`
const personal = { isPersonal: true } as const
const must = { isRequired: true } as const

const files = (isRequired: boolean): Component => ({
  id: 'materials',
  type: 'dynamiclist',
  path: 'materials',
  label: '材料',
  isRepeating: true,
  allowAddRemove: true,
  defaultRepetitions: isRequired ? 1 : 0,
  properties: { 'en.label': 'Material', maxRows: '60', ...(isRequired && { minRows: '1' }) },
  components: [
    choice('kind', ['材料种类', 'Kind'], choices.MATERIAL_KINDS, must),
    {
      ...{ id: 'file', key: 'file', type: 'filepicker', label: '文件', multiple: false },
      ...{ accept: '.pdf,.docx,.ofd,.jpg,.png,.mp3,.mp4', validate: { required: true } },
      properties: { 'en.label': 'File' },
    },
  ],
})

/** Everything that is asked of a party. */
export const partyFields: Component[] = [
  choice('partyType', ['当事人类型', 'Kind of party'], choices.PARTY_TYPES, must),
  line('partyName', ['姓名或者名称', 'Name'], {
    ...{ ...must, ...personal },
    help: ['个体工商户填经营者姓名', 'Of an individual business: its operator'],
  }),
  line('tradeName', ['字号', 'Trade name'], { ...personal, hide: '=partyType != "individualBusiness"' }),
  choice('idType', ['证件类型', 'Identity document'], choices.ID_TYPES, { ...must, hide: ofPerson }),
  line('idCard', ['身份证号', 'Identity number'], {
    ...{ ...must, ...personal, kind: 'idCard' as const },
    hide: `=not(list contains(${PERSON}, partyType)) or idType != "idCard"`,
  }),
  line('otherIdNumber', ['证件号码', 'Number of the document'], {
    ...{ ...must, ...personal },
    hide: `=not(list contains(${PERSON}, partyType)) or idType = null or idType = "idCard"`,
  }),
  line('creditCode', ['统一社会信用代码', 'Unified social credit code'], {
    ...{ ...must, ...personal, kind: 'creditCode' as const, hide: `=partyType = null or (${ofUnit.slice(1)})` },
  }),
  line('legalRep', ['法定代表人或者负责人', 'Legal representative'], { ...must, ...personal, hide: ofOrganisation }),
  line('repIdNumber', ['法定代表人身份证号', 'Identity number of the representative'], {
    ...{ ...personal, kind: 'idCard' as const, hide: ofOrganisation },
  }),
  line('partyAddress', ['住所', 'Address'], { ...must, ...personal, maxLength: 120 }),
  line('partyPhone', ['联系电话', 'Telephone'], { ...personal, maxLength: 30 }),
  line('serviceAddress', ['送达地址', 'Address for service'], { ...personal, maxLength: 120 }),
  line('guardian', ['监护人', 'Guardian'], {
    ...personal,
    hide: '=partyType != "citizen"',
    help: ['当事人未满十八周岁的必填', 'Mandatory for a party under eighteen'],
  }),
]

const article58 = ticks('clause58', ['行政处罚法第五十八条情形', 'Article 58'], choices.CLAUSES_58, {
  help: [
    '有一项即须法制审核通过后才能决定；以后只能增加',
    'One suffices for a review that must pass; more may be added later, none taken away',
  ],
})

/** 立案: what a case is registered with. */
export const registrationForm: Form = {
  type: 'default',
  id: 'case.register',
  components: [
    group(
      'about',
      ['案件', 'The case'],
      [
        line('title', ['案由', 'Subject'], {
          ...must,
          help: ['一句话，例如：占用人行道经营案', 'One line'],
        }),
        listed('itemCode', ['执法事项', 'Enforcement item'], 'items', {
          ...must,
          help: [
            '只列本街道今天有权办理的事项；不在其中的，应当移送或者吹哨',
            'Only what the street is empowered to today; anything else is passed on',
          ],
        }),
        choice('source', ['案件来源', 'Source'], choices.SOURCES, must),
        day('discoveredOn', ['发现日期', 'Discovered on'], must),
        day('filedOn', ['批准立案日', 'Filing approved on'], {
          isFact: true,
          help: ['纸上先批准、后补录的填写；当天批准的不填', 'Only where it was approved on paper before'],
        }),
        day('conductFrom', ['行为开始日', 'Conduct from'], {
          ...must,
          help: ['行为时间决定适用的法律和追责时效', 'Decides which law applies'],
        }),
        day('conductTo', ['行为终了日', 'Conduct to'], {
          help: ['仍在继续的不填', 'Empty while it goes on'],
        }),
        line('place', ['案发地点', 'Place'], { ...must, maxLength: 120 }),
        lines('facts', ['简要案情', 'Facts in brief'], must),
        line('basis', ['立案依据', 'Legal basis'], { ...must, maxLength: 200 }),
        article58,
      ],
    ),
    group('party', ['当事人', 'The party'], partyFields, [
      '个人信息只存在日志之外；同一证件号码的当事人自动合为一人',
      'Personal data stay outside of the journal; the same number is the same party',
    ]),
    people('handlerIds', ['承办人', 'Handlers'], 'officers', {
      ...must,
      help: ['不少于两名，都须持有效执法证', 'Two at least, each with a valid enforcement certificate'],
    }),
    files(false),
  ],
}

/** Handlers are changed by their director, with a form of its own. */
const CHANGES = Object.entries(CASE_CHANGES)
  .filter(([kind]) => kind !== 'handlers' && kind !== 'closed')
  .map(([kind, { zh, en }]): Choice => [kind, zh, en])

/** What may be changed of a case on its page, with what is needed for each. */
export const changeForm: Form = {
  type: 'default',
  id: 'case.change',
  components: [
    choice('change', ['变更什么', 'What changes'], CHANGES, must),
    { ...files(true), conditional: { hide: '=change != "evidence-added"' } },
    {
      ...{ id: 'removed', key: 'removed', type: 'checklist', label: '撤出哪些材料', valuesKey: 'materialList' },
      ...{ validate: { required: true }, conditional: { hide: '=change != "evidence-removed"' } },
      properties: { 'en.label': 'What is removed' },
    },
    lines('facts', ['案件事实', 'Facts'], { ...must, hide: '=change != "facts"' }),
    line('basis', ['依据', 'Legal basis'], { ...must, maxLength: 200, hide: '=change != "basis"' }),
    lines('proposedPenalty', ['拟处罚内容', 'Proposed penalty'], {
      ...must,
      maxLength: 500,
      hide: '=change != "proposed-penalty"',
    }),
    day('hearingEndedOn', ['听证结束日', 'Hearing ended on'], {
      ...must,
      isFact: true,
      hide: '=change != "hearing-ended"',
    }),
    { ...article58, conditional: { hide: '=change != "clause58"' } },
    line('title', ['案由', 'Subject'], { ...must, hide: '=change != "title"' }),
    line('place', ['案发地点', 'Place'], { ...must, maxLength: 120, hide: '=change != "place"' }),
    day('changedOn', ['发生日', 'Happened on'], {
      isFact: true,
      hide: '=change = null or change = "hearing-ended"',
      help: ['取得、撤出或者变更不在今天的填写', 'Where it happened on another day than today'],
    }),
    lines('reason', ['理由', 'Reason'], {
      ...{ ...must, maxLength: 500 },
      help: ['记入案件经过', 'Becomes part of the history of the case'],
    }),
  ],
}

/** Who handles a case from now on. */
export const handlersForm: Form = {
  type: 'default',
  id: 'case.handlers',
  components: [
    people('handlerIds', ['承办人', 'Handlers'], 'officers', {
      ...must,
      help: ['不少于两名，都须持有效执法证', 'Two at least, each with a valid enforcement certificate'],
    }),
    day('changedOn', ['变更日', 'Changed on'], {
      isFact: true,
      help: ['书面先变更、后补录的填写', 'Where it was changed on paper before'],
    }),
    lines('reason', ['理由', 'Reason'], { ...must, maxLength: 500 }),
  ],
}

/** 结案: on which ground, since when, with which paper. */
export const closingForm: Form = {
  type: 'default',
  id: 'case.close',
  components: [
    choice('closeReason', ['结案理由', 'Ground'], choices.CLOSE_REASONS, must),
    day('closedOn', ['结案日', 'Closed on'], {
      ...{ ...must, isFact: true },
      help: ['纸上先批准的填批准日，补录要写原因', 'The day of the approval; entered late it takes a reason'],
    }),
    lines('reason', ['结案说明', 'Statement'], {
      ...{ ...must, maxLength: 1000 },
      help: ['决定、履行、文书送达和物品处理的情况', 'How decision, performance, service and goods ended'],
    }),
    {
      ...{ id: 'approval', key: 'approval', type: 'filepicker', label: '结案审批表', multiple: false },
      ...{ accept: '.pdf,.docx,.ofd,.jpg,.png', properties: { 'en.label': 'Approval form (D35)' } },
    },
  ],
}

/** 送审: what is asked beside what the case says itself. */
export const reviewForm: Form = {
  type: 'default',
  id: 'case.review',
  components: [
    choice('reviewType', ['审核什么', 'What is reviewed'], choices.REVIEW_TYPES, must),
    choice('stage', ['办到哪一步', 'Stage of the case'], choices.REVIEW_STAGES, {
      ...must,
      help: ['选“听证以后”的，按经过听证程序判定第五十八条情形', '“After the hearing” counts as a hearing'],
    }),
  ],
}
