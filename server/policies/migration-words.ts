/** What R-MIGRATE says. */
export const migrationWords = {
  'policy.migration': {
    zh: '提出迁移的人不得批准自己提出的迁移',
    en: 'Nobody approves a migration of running cases that he planned himself',
  },
  'policy.migration.remedy': {
    zh: '请由另一名流程管理员看过试算结果后批准；没有第二名的，请先任命',
    en: 'Let another administrator look at the dry run and approve it; appoint a second one where there is none',
  },
} as const
