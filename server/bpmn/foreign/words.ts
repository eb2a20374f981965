import type { ForeignMessage } from './finding.ts'

/** What is said of each thing of a foreign diagram, in both languages. */
export const foreignWords: Readonly<Record<ForeignMessage, { zh: string; en: string }>> = {
  executable: { zh: '流程改为可执行', en: 'The process is made executable' },
  'user-task': { zh: '改为由引擎管理的用户任务', en: 'The task becomes a user task of the engine' },
  assigned: { zh: '办理人设置“{found}”', en: 'Whom the task is for: {found}' },
  groups: {
    zh: '候选组“{found}”要改成本单位的“角色@组织”',
    en: 'The groups “{found}” must become role@organisation of this office',
  },
  form: { zh: '表单“{found}”', en: 'Form “{found}”' },
  'form-elsewhere': {
    zh: '表单“{found}”不能转换，须在表单编辑器里另建',
    en: 'The form “{found}” cannot be converted; draw it in the form editor',
  },
  due: { zh: '到期时间“{found}”', en: 'Due date “{found}”' },
  condition: { zh: '条件“{found}”改为“{made}”', en: 'Condition “{found}” becomes “{made}”' },
  'condition-java': {
    zh: '条件“{found}”要调用程序，须改写成 FEEL',
    en: 'The condition “{found}” calls a program; write it in FEEL',
  },
  worker: { zh: '外部任务主题“{found}”作为任务类型', en: 'The topic “{found}” becomes the type of the job' },
  java: {
    zh: '“{found}”是 Java 程序，不能转换；须改用本系统的自动任务',
    en: '“{found}” is a Java program and cannot be converted; use a job of this system',
  },
  script: {
    zh: '脚本不能转换，也不会运行；须改写成 FEEL',
    en: 'Scripts are neither converted nor run; write it in FEEL',
  },
  decision: { zh: '决策“{found}”', en: 'Decision “{found}”' },
  called: { zh: '调用流程“{found}”', en: 'Calls the process “{found}”' },
  mapping: { zh: '数据映射“{found}”', en: 'Mapping of “{found}”' },
  'mapping-java': {
    zh: '数据映射“{found}”用了脚本、列表或者程序，须改写成 FEEL',
    en: 'The mapping of “{found}” uses a script, a list or a program; write it in FEEL',
  },
  each: { zh: '多实例集合“{found}”', en: 'One instance for each of “{found}”' },
  expression: { zh: '表达式“{found}”改为“{made}”', en: 'Expression “{found}” becomes “{made}”' },
  'expression-java': {
    zh: '表达式“{found}”要调用程序，须改写成 FEEL',
    en: 'The expression “{found}” calls a program; write it in FEEL',
  },
  needless: { zh: '“{found}”在本系统里用不到，略去', en: '“{found}” is not needed here and left out' },
  unknown: { zh: '“{found}”不认识，已略去', en: '“{found}” is not known and left out' },
  'no-drawing': {
    zh: '文件里没有图形，须在画布上排好',
    en: 'The file holds no drawing; lay it out on the canvas',
  },
}
