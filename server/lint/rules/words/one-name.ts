import type { ProcedureModel } from '../../model.ts'
import type { Finding, Rule } from '../../rule.ts'

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Folder, file and process have one name. */
export const oneName: Rule = {
  id: 'one-name',
  severity: 'error',
  title: { zh: '文件夹、文件、流程同名', en: 'Folder, file and process have one name' },
  doc: {
    why: '一个流程在文件、日志、登记簿里都用同一个名字，人才找得到；表单、任务的 id 也据此推得出来。',
    mend: '流程 id 用短横线小写（kebab-case），文件名为 <流程 id>.bpmn，放在同名文件夹里。',
  },
  check: findOtherNames,
}

function findOtherNames({ graph, file, folder }: ProcedureModel): Finding[] {
  const { id } = graph
  return [
    ...(KEBAB.test(id)
      ? []
      : [wrong(id, `流程 id“${id}”不是短横线小写。`, `The process id “${id}” is not kebab-case.`)]),
    ...(file === `${id}.bpmn` || folder === undefined
      ? []
      : [wrong(id, `文件应为 ${id}.bpmn，现为 ${file}。`, `Expected the file ${id}.bpmn, found ${file}.`)]),
    ...(folder === undefined || folder === id
      ? []
      : [wrong(id, `文件夹应为 ${id}，现为 ${folder}。`, `Expected the folder ${id}, found ${folder}.`)]),
  ]
}

const wrong = (elementId: string, zh: string, en: string): Finding => ({ elementId, message: { zh, en } })
