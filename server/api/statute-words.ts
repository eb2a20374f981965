/** Why a text of a law is not taken: what stands in the way has a status, what is wrong with the file a line. */
export const statuteProblems = {
  'statute.same-day': {
    status: 409,
    zh: '《{name}》自 {day} 起施行的文本已经有了（{file}），先更正或移除它',
    en: 'A text of “{name}” in force from {day} is there already ({file}); correct or remove it first',
  },
  'statute.known': {
    status: 409,
    zh: '同样内容的文件已经导入（{file}）；要改施行日期请用“更正日期”',
    en: 'A file of the same content was imported ({file}); correct its days instead',
  },
} as const

export const statuteWords = {
  'statute.not-docx': {
    zh: '这个文件不是能读的 DOCX 文档；旧的 .doc 请另存为 .docx',
    en: 'This is no DOCX document that can be read; save an old .doc as .docx',
  },
  'statute.no-title': {
    zh: '第 {line} 行：应为法律名称，文件是空的',
    en: 'Line {line}: expected the name of the law, the file is empty',
  },
  'statute.no-article': {
    zh: '没有找到条文：应有以“第一条 ”开头的行，或以“一、”开头的行',
    en: 'Found no article: expected lines that begin with “第一条 ”, or with “一、”',
  },
  'statute.order': {
    zh: '第 {line} 行：应为“{expected}”，实为“{found}”',
    en: 'Line {line}: expected “{expected}”, found “{found}”',
  },
  'statute.empty-article': {
    zh: '第 {line} 行：“{found}”之后应有条文内容',
    en: 'Line {line}: expected what “{found}” says',
  },
  'statute.stray-item': {
    zh: '第 {line} 行：“{found}”之前应有它所属的条款',
    en: 'Line {line}: expected an article before “{found}”',
  },
  'statute.before-promulgation': { zh: '施行日不能早于公布日', en: 'It cannot hold before it was promulgated' },
  'statute.nothing-before': {
    zh: '还没有《{name}》的文本，修改条文须在原文本之上',
    en: 'There is no text of “{name}” yet that could be amended',
  },
  'statute.import': { zh: '导入法律文本', en: 'imported a text' },
  'statute.correct': { zh: '更正文本日期', en: 'corrected the days of a text' },
  'statute.remove': { zh: '移除误导入的文本', en: 'removed a text imported by mistake' },
  'statute.inForceFrom': { zh: '施行日', en: 'in force from' },
  'statute.inForceTo': { zh: '失效日', en: 'in force to' },
  'statute.promulgatedOn': { zh: '公布（修订）日', en: 'promulgated on' },
  'statute.fileName': { zh: '文件', en: 'file' },
  'statute.articles': { zh: '条数', en: 'articles' },
  'statute.title': { zh: '名称', en: 'title' },
} as const
