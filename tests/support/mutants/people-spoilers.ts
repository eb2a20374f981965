import { everyTask, everywhere, type Spoiler, withHeader, withoutHeader } from './mutant.ts'

const APART = /legal-review|hearing-host|fine-entry/
const kindOf = (task: string) => /key="kind" value="([^"]*)"/.exec(task)?.[1] ?? ''
const assigned = (task: string, users: string) =>
  task.replace(/<zeebe:assignmentDefinition [^>]*\/>/, `<zeebe:assignmentDefinition candidateUsers="=${users}" />`)

/** Who may do what: constraints dropped, work handed on to whom it must not be. */
export const peopleSpoilers: readonly Spoiler[] = [
  {
    name: '任务的 kind 去掉',
    rules: ['complete-words'],
    mutate: all => everyTask(all, task => withoutHeader(task, 'kind')),
  },
  {
    name: 'kind 写错一个字母',
    rules: ['work-of-its-role'],
    mutate: all =>
      everyTask(all, task =>
        /handler-reassignment/.test(task) ? undefined : withHeader(task, 'kind', kind => kind.replace(/e/, '')),
      ),
  },
  {
    name: '审核任务改作内部事务（职责分离管不到）',
    rules: ['work-of-its-role'],
    mutate: all =>
      everyTask(all, task => (APART.test(kindOf(task)) ? withHeader(task, 'kind', () => 'internal') : undefined)),
  },
  {
    name: '审核交给承办人（委派）',
    rules: ['duties-apart'],
    mutate: all => everyTask(all, task => (APART.test(kindOf(task)) ? assigned(task, 'handlerIds') : undefined)),
  },
  {
    name: '下一级审核交给上一级审核人（转办）',
    rules: ['duties-apart'],
    mutate: all =>
      everyTask(all, task => (/second|-re"/.test(`${kindOf(task)}"`) ? assigned(task, 'firstReviewerId') : undefined)),
  },
  {
    name: '下一级审核交给上一级审核人，并改作内部事务',
    rules: ['work-of-its-role'],
    mutate: all =>
      everyTask(all, task => {
        if (!/second|-re"/.test(`${kindOf(task)}"`)) return undefined
        const given = assigned(task, '[firstReviewerId]')
        return withHeader(given, 'kind', () => 'internal')
      }),
  },
  {
    name: '审核交给执法人员',
    rules: ['work-of-its-role'],
    mutate: all =>
      everyTask(all, task =>
        APART.test(kindOf(task)) ? task.replace(/[a-z]+-legal-reviewer@/, 'street-officer@') : undefined,
      ),
  },
  {
    name: '负责人审批交给执法人员',
    rules: ['work-of-its-role'],
    mutate: all =>
      everyTask(all, task =>
        kindOf(task) === 'leader-decision'
          ? task.replace(/(candidateGroups="[^"]*)subdistrict-(head|deputy)@/, '$1street-officer@')
          : undefined,
      ),
  },
  {
    name: '承办人的任务能写审核意见',
    rules: ['opinions-of-reviewers'],
    mutate: all =>
      everyTask(all, task =>
        kindOf(task) === 'case-handling' && all.some(({ name }) => name === 'second-review.form')
          ? task.replace(
              '<zeebe:taskHeaders>',
              '<zeebe:taskHeaders><zeebe:header key="actions" value="concur=true:同意" />',
            )
          : undefined,
      ),
  },
  { name: '副署去掉', rules: ['two-officers'], mutate: all => everyTask(all, task => withoutHeader(task, 'cosign')) },
  {
    name: '现场执法的标记去掉',
    letPass: '不当着当事人办的一步，证件挂失的人也可以办，没有标记也合法',
    rules: ['two-officers'],
    mutate: all => everyTask(all, task => withoutHeader(task, 'enforcementAct')),
  },
  {
    name: '候选人去掉',
    rules: ['complete-words'],
    mutate: all => everyTask(all, task => task.replace(/\s*<zeebe:assignmentDefinition [^>]*\/>/, '')),
  },
  {
    name: '办理人的编号不留下（doneBy）',
    letPass: '编号只留给登记簿，没有一步凭它交办',
    rules: ['somebody-named'],
    mutate: all => everyTask(all, task => withoutHeader(task, 'doneBy')),
  },
  {
    name: '候选角色写错',
    rules: ['known-roles'],
    mutate: all => everywhere(all, /(&#34;[a-z-]+)@/g, (_, role) => `${role}x@`),
  },
  {
    name: '升级的角色写错',
    rules: ['known-roles'],
    mutate: all =>
      everywhere(all, /(key="escalateTo" value="[a-z-]+)"/g, (_, role) =>
        role.endsWith('diagram') ? undefined : `${role}x"`,
      ),
  },
]
