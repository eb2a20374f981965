/** What the doors of migrations say when they do not let something through. */
export const migrationProblems = {
  'migration.other-process': {
    status: 422,
    zh: '两个版本不是同一个流程，或者就是同一个版本',
    en: 'Expected two different versions of one procedure',
  },
  'migration.wrong-mapping': {
    status: 422,
    zh: '“{source}”不能对应“{target}”：元素不存在，或者种类、性质不同',
    en: '“{source}” cannot become “{target}”: there is no such element, or it is of another sort',
  },
  'migration.none-fits': {
    status: 422,
    zh: '没有一个运行中的实例合得上这个方案',
    en: 'The plan fits none of the running instances',
  },
  'migration.not-proposed': { status: 409, zh: '这个方案已经有了决定', en: 'The plan is decided already' },
  'migration.not-approved': { status: 409, zh: '这个方案还没有批准', en: 'The plan is not approved' },
  'migration.not-migrated': {
    status: 409,
    zh: '这个实例没有按此方案迁移，或者已经退回',
    en: 'This instance has not gone over by this plan, or is back already',
  },
  'migration.no-way-back': {
    status: 409,
    zh: '这个实例现在所在的环节，原版本里没有，退不回去',
    en: 'It stands where the version before has no such step',
  },
} as const

/** Why an instance does not go over. */
export const verdictWords = {
  'migration.ended': { zh: '已经办结', en: 'It has ended' },
  'migration.elsewhere': { zh: '已不在原版本上', en: 'It is on another version already' },
  'migration.mid-run': { zh: '正在流转，请稍后再试', en: 'It is under way; try again' },
  'migration.unmapped': { zh: '正停在方案没有对应的环节', en: 'It stands at a step that the plan does not map' },
  'migration.other-scope': { zh: '所在的子流程变了', en: 'The scope of its step has changed' },
  'migration.other-type': { zh: '所在环节换了种类', en: 'Its step has become another sort of element' },
  'migration.other-loop': { zh: '所在环节的会签方式变了', en: 'The way its step is repeated has changed' },
  'migration.event-moved': { zh: '所在环节等候的事件挪了地方', en: 'An event it waits for is attached elsewhere' },
  'migration.join': { zh: '在汇合处等候的线接不上', en: 'What waits at a join has nowhere to go' },
  'migration.unsupported': { zh: '停在不能迁移的元素上', en: 'It stands at an element that cannot be carried over' },
  'migration.wrong-plan': {
    zh: '方案里有重复的或者不存在的环节',
    en: 'The plan names a step twice, or one that is not there',
  },
  'migration.held': { zh: '流程已停住', en: 'The instance stands still' },
  'migration.other': { zh: '引擎不接受', en: 'The engine does not accept it' },
} as const

/** What was done by a plan, as a sentence without its subject. */
export const migrationHistoryWords: Readonly<Record<string, { zh: string; en: string }>> = {
  'migration.propose': { zh: '提出把运行中的实例迁移到新版本：{reason}', en: 'planned a migration: {reason}' },
  'migration.approve': { zh: '批准迁移运行中的实例', en: 'approved a migration of running instances' },
  'migration.refuse': { zh: '不批准迁移：{reason}', en: 'did not approve a migration: {reason}' },
  'process-instance.pass-over': { zh: '没有迁移到新版本：{why}', en: 'did not go over to the next version: {why}' },
  'process-instance.migrate-back': {
    zh: '退回迁移之前的版本：{reason}',
    en: 'went back to the version before: {reason}',
  },
}
