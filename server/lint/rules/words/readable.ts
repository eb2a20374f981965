import type { Rule } from '../../rule.ts'

/** Diagram, forms and tables can be read at all. */
export const readable: Rule = {
  id: 'readable',
  severity: 'error',
  title: { zh: '文件可以读取', en: 'Files can be read' },
  doc: {
    why: '图、表单、决策表只要有一处读不懂，其余检查就无从谈起，部署时也会整包拒收。',
    mend: '按提示的文件与位置改正；图应为 BPMN 2.0（Zeebe 方言），表单应为 form-js 的 JSON，决策表应为 DMN 1.3。',
  },
  check: ({ faults }) => [...faults],
}
