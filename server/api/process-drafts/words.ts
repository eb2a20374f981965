/** What the doors of drafts of procedures say when they do not let something through. */
export const processDraftProblems = {
  'process-draft.newer': {
    status: 409,
    zh: '草稿在别处更新过（第 {revision} 次保存），请重新打开',
    en: 'The draft was changed elsewhere (save {revision}); open it again',
  },
  'process-draft.edited-by-other': {
    status: 409,
    zh: '{editor}正在编辑，您可以查看；要接着改请先接管',
    en: '{editor} edits it; you may look, or take it over',
  },
  'process-draft.no-pen': {
    status: 409,
    zh: '您已不在编辑这份草稿，请重新打开',
    en: 'You do not edit this draft any more; open it again',
  },
  'process-draft.reason': { status: 422, zh: '接管须说明理由', en: 'Say why you take it over' },
  'process-draft.submitted': {
    status: 409,
    zh: '草稿已送审，不能修改；先由送审人撤回或者由审核人退回',
    en: 'The draft is submitted and cannot be changed; it is withdrawn or returned first',
  },
  'process-draft.not-submitted': { status: 409, zh: '草稿没有送审', en: 'The draft is not submitted' },
  'process-draft.is-published': {
    status: 409,
    zh: '这份草稿已经发布，请从生效版本新建草稿',
    en: 'This draft is published; begin a new one from the version in force',
  },
  'process-draft.not-yours': { status: 403, zh: '只有送审人可以撤回', en: 'Only who submitted it can withdraw it' },
  'process-draft.one-diagram': {
    status: 422,
    zh: '一份草稿须有且只有一张流程图（.bpmn），现有 {count} 张',
    en: 'Expected exactly one diagram (.bpmn), found {count}',
  },
  'process-draft.twice': { status: 422, zh: '文件 {name} 有两份', en: 'The file {name} is there twice' },
  'process-draft.not-utf8': {
    status: 422,
    zh: '{name} 不是 UTF-8 编码的文件，请另存为 UTF-8 再导入',
    en: '{name} is not encoded in UTF-8; save it as UTF-8 and bring it again',
  },
  'process-draft.too-many': { status: 422, zh: '文件过多，上限 {limit} 个', en: 'More than {limit} files' },
  'process-draft.lint': {
    status: 422,
    zh: '还有 {count} 处错误须先改正：{first}',
    en: 'There are {count} errors to mend first: {first}',
  },
  'process-draft.scenarios': {
    status: 422,
    zh: '有 {count} 个预演场景没有通过：{names}',
    en: '{count} scenarios failed: {names}',
  },
  'process-draft.stale': {
    status: 409,
    zh: '起草之后第 {version} 版已经发布；请比较后确认替换它，或者从它新建草稿',
    en: 'Version {version} was published since; compare and confirm that it is replaced, or begin from it',
  },
  'process-draft.parameters': {
    status: 422,
    zh: 'parameters.json 不能用：{reason}',
    en: 'parameters.json cannot be used: {reason}',
  },
  'process-draft.archive': {
    status: 422,
    zh: '压缩包不能用：{reason}',
    en: 'The archive cannot be used: {reason}',
  },
  'procedure.retired': {
    status: 409,
    zh: '流程已停用，不能发起',
    en: 'The procedure is retired and cannot be started',
  },
  'procedure.retired-already': { status: 409, zh: '流程已经停用', en: 'The procedure is retired already' },
} as const
