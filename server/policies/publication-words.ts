const another = {
  zh: '请由另一名流程管理员审看后发布；没有第二名的，请先任命',
  en: 'Let another administrator look at it and publish it; appoint a second one where there is none',
}

/** What R-PUBLISH says. */
export const publicationWords = {
  'policy.publication': {
    zh: '送审人不得发布自己送审的流程',
    en: 'Nobody publishes a procedure that he handed in himself',
  },
  'policy.publication.remedy': another,
  'policy.publication.unreviewed': {
    zh: '流程须由一名管理员送审、另一名管理员发布，不能直接发布',
    en: 'A procedure is handed in by one administrator and published by another; it is not published directly',
  },
  'policy.publication.unreviewed.remedy': {
    zh: '请导入为草稿后送审，由另一名流程管理员发布',
    en: 'Bring it in as a draft, hand it in, and let another administrator publish it',
  },
} as const
