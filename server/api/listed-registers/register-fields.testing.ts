/** What a job, the clock or another register gives, and what the keeper of a register enters. */
export const COMPUTED = 'computed'

/** Where each column of a register comes from (`computed`, `entered`, or the field of a form), and under which heading it leaves; without one it is of the house alone. */
type Fields = Readonly<Record<string, readonly [heading: string | null, from: string]>>

interface RegisterFields {
  /** The table it is kept in; without one it is put together when it is asked for. */
  table?: string
  file: string
  fields: Fields
}

const draft = (field: string) => `whistle-dispatch.draft-whistle#${field}`
const whistled = (field: string) => `whistle-dispatch.${field}`
const sent = (field: string) => `case-transfer.${field}`
const disputed = (field: string) => `jurisdiction-dispute.${field}`

const procedureRow: Fields = {
  ...{ row_id: [null, COMPUTED], opened_seq: [null, COMPUTED], process_instance_key: [null, COMPUTED] },
  ...{ changed_at: [null, COMPUTED], opened_at: ['登记', COMPUTED], ended_at: ['办结', COMPUTED] },
  ...{ outcome: ['结束', COMPUTED], outcome_reason: ['原因', COMPUTED] },
}

/** Registers in which bodies that work together are kept, and the people who enforce. */
export const cooperationRegisters: Readonly<Record<string, RegisterFields>> = {
  whistles: {
    ...{ table: 'whistle', file: '/registers/whistles/file' },
    fields: {
      ...{ whistle_seq: [null, COMPUTED], process_instance_key: [null, COMPUTED], lead_org: [null, COMPUTED] },
      whistle_id: ['吹哨单号', COMPUTED],
      case_no: ['关联案件', COMPUTED],
      org_code: ['发起方', COMPUTED],
      direction: ['方向', COMPUTED],
      level: ['类别', draft('level')],
      title: ['事项', draft('title')],
      ground: ['吹哨理由', draft('ground')],
      major: ['重大', draft('major')],
      place: ['地点', draft('place')],
      problem: ['问题', draft('problem')],
      item_codes: ['涉及事项', draft('itemCode')],
      needed_depts: ['责任单位', draft('org')],
      duty_basis: ['履职依据', draft('dutyBasis')],
      duty_finding: ['清单核对', COMPUTED],
      plan_at: ['约定到场', draft('planAt')],
      plan_place: ['约定地点', draft('planPlace')],
      linked_case: ['关联案件', draft('linkedCase')],
      drafted_by: ['拟单人', COMPUTED],
      approved_by: ['批准人', COMPUTED],
      improper: ['不当吹哨', whistled('post-approve!ratified')],
      dispatched_at: ['派单时间', COMPUTED],
      doc_no: ['派单文号', COMPUTED],
      feedback_doc_no: ['反馈单文号', COMPUTED],
      feedback_at: ['反馈时间', COMPUTED],
      resolved: ['是否解决', whistled('feedback#resolved')],
      feedback_text: ['反馈内容', whistled('feedback#feedbackText')],
      remainder: ['遗留问题', whistled('feedback#remainder')],
      rework_count: ['再处置次数', COMPUTED],
      ...{ state: ['状态', COMPUTED], outcome: ['结果', COMPUTED], reason: ['原因', COMPUTED] },
      ...{ created_at: ['登记', COMPUTED], closed_at: ['办结', COMPUTED] },
    },
  },
  'bodies that were called': {
    ...{ table: 'whistle_branch', file: '/registers/whistles/file' },
    fields: {
      ...{ branch_id: [null, COMPUTED], branch_seq: [null, COMPUTED], whistle_id: ['吹哨单号', COMPUTED] },
      org: ['责任单位', draft('org')],
      role: ['职责', draft('role')],
      task: ['任务', draft('task')],
      ...{ sign_at: ['签收', COMPUTED], sign_late: ['签收超时', COMPUTED] },
      reject_reason: ['拒单理由', whistled('sign#rejectReason')],
      reject_note: ['拒单说明', whistled('sign#rejectNote')],
      contact_at: ['联系', whistled('contact#contactAt')],
      contact_plan: ['办理打算', whistled('contact#contactPlan')],
      agreed_arrive_at: ['约定到场（单位）', whistled('contact#agreedArriveAt')],
      arrive_at: ['到场', whistled('arrive#arriveTime')],
      arrive_late: ['到场超时', COMPUTED],
      arrive_place: ['到场位置', whistled('arrive#arrivePlace')],
      is_enforcement: ['执法', whistled('arrive#isEnforcement')],
      people: ['到场人员', whistled('arrive#people')],
      cert_nos: ['证号', whistled('arrive#certNos')],
      measures: ['措施', whistled('handle#measures')],
      result: ['处置结果', whistled('handle#handleResult')],
      case_ref: ['形成案件', whistled('handle#caseRef')],
      assist_waived: ['不等协办的说明', whistled('handle#why')],
      ...{ worked_at: ['记录时间', COMPUTED], outcome: ['单位结果', COMPUTED] },
    },
  },
  'whistle-evaluations': {
    ...{ table: 'whistle_evaluation', file: '/registers/whistle-evaluations/file' },
    fields: {
      ...{ evaluation_id: [null, COMPUTED], evaluation_seq: [null, COMPUTED] },
      ...{ whistle_id: ['吹哨单号', COMPUTED], title: ['事项', COMPUTED], org_code: ['评价方', COMPUTED] },
      org: ['责任单位', whistled('evaluate#org')],
      ...{ sign_timely: ['签收及时', COMPUTED], arrive_timely: ['到场及时', COMPUTED] },
      effect: ['处置效果', whistled('evaluate#effect')],
      cooperate: ['配合程度', whistled('evaluate#cooperate')],
      comment: ['评语', whistled('evaluate#comment')],
      ...{
        by_default: ['缺省评分', COMPUTED],
        evaluated_by: ['评价人', COMPUTED],
        evaluated_at: ['评价时间', COMPUTED],
      },
      ...{ is_low: ['低分', COMPUTED], is_assessed: ['计入考核', COMPUTED] },
      explanation: ['情况说明', whistled('respond-low-score#explanation')],
      improvement: ['整改措施', whistled('respond-low-score#improvement')],
      ...{ responded_by: ['回应人', COMPUTED], responded_at: ['回应时间', COMPUTED] },
    },
  },
  escalations: {
    ...{ table: 'escalation', file: '/registers/escalations/file' },
    fields: {
      ...{ owner_key: [null, COMPUTED], user_task_key: [null, COMPUTED], process_instance_key: [null, COMPUTED] },
      ...{
        seq: ['编号', COMPUTED],
        at: ['上报时间', COMPUTED],
        element_id: ['环节', COMPUTED],
        kind: ['为何', COMPUTED],
      },
      ...{ parameter_key: ['期限', COMPUTED], due_at: ['到期', COMPUTED], ref_id: ['单号', COMPUTED] },
      ...{ case_no: ['案号', COMPUTED], consequence: ['后果', COMPUTED], to_role: ['上报给', COMPUTED] },
      to_org: ['单位', COMPUTED],
    },
  },
  transfers: {
    ...{ table: 'transfer', file: '/registers/transfers/file' },
    fields: {
      ...procedureRow,
      ...{ transfer_id: ['移送单号', COMPUTED], round_trip: ['第几次', COMPUTED], from_org: ['移送方', COMPUTED] },
      case_no: ['案号', sent('start#caseNo')],
      case_title: ['案由', sent('start#caseTitle')],
      to_org: ['接收方', sent('start#toOrg')],
      is_urgent: ['紧急', sent('start#urgent')],
      determined_at: ['认定时间', sent('start#determinedAt')],
      item_codes: ['事项', sent('start#itemCode')],
      stop_order: ['责令停止', sent('stop-violation#ordered')],
      informed: ['已告知', sent('inform-competent#informed')],
      materials: ['材料件数', sent('prepare-transfer#file')],
      goods: ['物品', sent('prepare-transfer#name')],
      transfer_reason: ['移送理由', sent('prepare-transfer#transferReason')],
      transfer_basis: ['移送依据', sent('prepare-transfer#transferBasis')],
      doc_no: ['移送函', COMPUTED],
      sent_at: ['送达', sent('send#sentAt')],
      received_at: ['签收', sent('receive#receivedAt')],
      receive_action: ['处理', sent('receive#receiveAction')],
      return_reason: ['退回理由', sent('receive#returnReason')],
      accepted_items: ['接收的事项', sent('receive#acceptedItems')],
      handed_over_at: ['物品交接', sent('hand-over#handedOverAt')],
      feedback: ['结果', sent('feedback-result#result')],
    },
  },
  disputes: {
    ...{ table: 'dispute', file: '/registers/disputes/file' },
    fields: {
      ...procedureRow,
      ...{ dispute_id: ['争议编号', COMPUTED], ref_type: [null, COMPUTED], ref_id: ['起因单号', COMPUTED] },
      case_no: ['案号', disputed('start#caseNo')],
      case_title: ['争议', disputed('start#caseTitle')],
      dispute_kind: ['类型', disputed('start#disputeKind')],
      applicant_org: ['提出方', COMPUTED],
      respondent_orgs: ['其他各方', disputed('start#respondentOrgs')],
      designating_org: ['有权指定的机关', COMPUTED],
      interim_lead_org: ['先行处置', disputed('accept-dispute#interimLeadOrg')],
      arisen_at: ['发生之日', disputed('start#arisenAt')],
      issue: ['争议事项', disputed('negotiate#issue')],
      positions: ['协商意见', disputed('negotiate#positions')],
      answers: ['各方答复', disputed('answer#text')],
      conclusion: ['意见', disputed('coordinate#division')],
      decision_reason: ['议定或者指定理由', disputed('designate#designateReason')],
      owner_org: ['由谁办理', disputed('designate#ownerOrg')],
      doc_nos: ['文书', COMPUTED],
      outside_doc_no: ['文书', disputed('record-designation#outsideDocNo')],
      outside_doc_date: ['上级文书日期', disputed('record-designation#outsideDocDate')],
    },
  },
  officers: {
    file: '/registers/officers/file',
    fields: {
      personId: ['人员编号', 'entered'],
      name: ['姓名', 'entered'],
      offices: ['任职', 'entered'],
      staffing: ['编制', 'entered'],
      qualification: ['法律职业资格', 'entered'],
      hours: ['本年学时', COMPUTED],
      certificates: ['证件', 'cert-issue.issue#certNo'],
    },
  },
}
