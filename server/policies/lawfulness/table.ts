import { groupOf, type KindGroup } from './kind-groups.ts'
import type { LawVerbId } from './verbs.ts'

/**
 * What the law makes of a verb on a kind of task. `reason`: only with a reason, which is journaled. `second`: only where
 * a second person takes part: a superior, or who signs second.
 */
export type Verdict = 'allowed' | 'forbidden' | 'reason' | 'second'

/** One cell of the table: the verdict, why, and the articles it rests on, where there are any. */
export interface Cell {
  verdict: Verdict
  zh: string
  en: string
  basis: readonly string[]
}

/** The ends of the cells of one verb: by group of kinds, `rest` for all others, single kinds before their group. */
interface Row {
  rest: Cell
  groups?: Readonly<Partial<Record<KindGroup, Cell>>>
  kinds?: Readonly<Record<string, Cell>>
}

interface Grounds {
  basis: readonly string[]
}

const nothing: Grounds = { basis: [] }
const reviewed: Grounds = { basis: ['行政处罚法 第58条第1款'] }
const decided: Grounds = { basis: ['行政处罚法 第57条'] }
const byTwo: Grounds = { basis: ['行政处罚法 第42条'] }
const heard: Grounds = { basis: ['行政处罚法 第64条'] }

const cell =
  (verdict: Verdict) =>
  (zh: string, en: string, { basis }: Grounds = nothing): Cell => ({ verdict, zh, en, basis })
const forbidden = cell('forbidden')
const reason = cell('reason')
const second = cell('second')
const allowed = cell('allowed')

const unstated = forbidden(
  '没有写明任务类别，按须由人办理的任务对待',
  'Its kind is not stated, so it counts as a task that takes a person',
)
const bindsNobody = allowed('内部事务，不产生对外效力', 'Internal work that binds nobody outside')
const byPeople = forbidden('这一步须由人办理并由其负责', 'This step takes a person who answers for it')

/** A step dropped without anybody: the same for all ways of dropping it. */
const dropped: Row = {
  rest: byPeople,
  groups: {
    review: forbidden(
      '未经法制审核或者审核未通过的，不得作出决定',
      'No decision without a review that passed',
      reviewed,
    ),
    decision: forbidden('决定由行政机关负责人审查后作出', 'Decisions are made by the head of the office', decided),
    enforcement: forbidden('由两名以上执法人员实施，少一个人程序就违法', 'It takes two qualified officers', byTwo),
    internal: bindsNobody,
    unstated,
  },
  kinds: { 'hearing-host': forbidden('听证由指定的非本案调查人员主持', 'A hearing has its appointed host', heard) },
}

const keptByEntry = '原因记入流程日志，前后两人都算经手本案'
const keptByEntryEn = 'The reason is journaled; both persons count as having had a hand in the case'

/** Every verb with what the law makes of it, kind by kind. The designer, the linter and the gate read this table. */
export const LAWFULNESS: Readonly<Record<LawVerbId, Row>> = {
  'auto-pass': dropped,
  dedupe: dropped,
  'skip-self': dropped,
  'timeout-approve': {
    ...dropped,
    groups: {
      ...dropped.groups,
      internal: forbidden('无人处理不等于同意；到期只提醒、升级', 'Silence is no consent; what is over is reminded of'),
    },
  },
  'or-sign': {
    rest: forbidden('列名的每个人各有职责，一人办理不能代替其他人', 'Each of those named has a duty of his own'),
    groups: {
      decision: forbidden(
        '集体讨论要每个成员参加，一人签字不是集体讨论',
        'A collective decision takes each member',
        decided,
      ),
      review: forbidden('审核意见由每名审核人员各自作出', 'Each reviewer gives his own opinion', reviewed),
      enforcement: dropped.groups!.enforcement!,
      internal: bindsNobody,
      unstated,
    },
  },
  transfer: {
    rest: reason(keptByEntry, keptByEntryEn),
    groups: {
      decision: second(
        '决定权随职务，不由持有人自己转给他人；由上级改派',
        'Who decides does not choose who decides in his place; a superior reassigns',
        decided,
      ),
      internal: bindsNobody,
      unstated: bindsNobody,
    },
  },
  reassign: { rest: reason(keptByEntry, keptByEntryEn) },
  substitute: {
    rest: reason(
      '以登记的缺勤为原因；代理人须本来就可以办理',
      'The registered absence is the reason; the substitute must be fit himself',
    ),
    groups: {
      decision: second(
        '决定权随职务；负责人缺勤的，由上级改派',
        'The power to decide goes with the office; when its holder is away a superior reassigns',
        decided,
      ),
    },
    kinds: {
      'hearing-host': second(
        '听证主持人由机关指定，缺勤的由上级改派',
        'The host is appointed; a superior names another',
        heard,
      ),
    },
  },
  'hand-back': { rest: reason(keptByEntry, keptByEntryEn) },
  release: { rest: allowed('任务回到候选人，没有人少一道把关', 'It goes back to its candidates; nobody is left out') },
  'send-back': { rest: reason('不副署要说明原因', 'Who does not sign says why') },
  withdraw: {
    rest: allowed('第二人签名以前，签名人可以收回', 'Before the second signature the first may take his back'),
  },
  'late-entry': {
    rest: reason('发生时间和录入时间都留下，写明迟录原因', 'Both times are kept, with the reason for entering it late'),
    kinds: Object.fromEntries(
      ['on-site-act', 'inspection', 'coercion', 'coercion-execution'].map(kind => [
        kind,
        second(
          '现场事实由两名执法人员共同补录、副署',
          'Facts on site are entered late by two officers who both sign',
          byTwo,
        ),
      ]),
    ),
  },
}

/** The cell of a verb on a kind of task. */
export function cellOf(verb: LawVerbId, kind: string | undefined): Cell {
  const { rest, groups = {}, kinds = {} } = LAWFULNESS[verb]
  return (kind !== undefined && kinds[kind]) || groups[groupOf(kind)] || rest
}
