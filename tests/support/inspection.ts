import type { Office } from './office.ts'
import { twoOfficers, twoOfficersForm } from './small-diagrams.ts'
import { signIn } from './visitor.ts'

/** An inspection by two officers, both signatures given. */
export async function inspected(office: Office, caseNo: string): Promise<void> {
  const officer = await office.desk('he-lichuan')
  const key = await officer.start('two-officers', { caseNo, caseTitle: '占道经营案' })
  await office.settled()
  const [task] = (await officer.tasks()).filter(each => each.processInstanceKey === key)
  await officer.complete(task!.userTaskKey, { action: 'yes', variables: { findings: '占道摆放桌椅六张' } })
  await (await office.desk('ye-wanzhou')).cosign(task!.userTaskKey)
  const [report] = (await officer.tasks()).filter(each => each.processInstanceKey === key)
  await officer.complete(report!.userTaskKey, { variables: {} })
}

/** Publishes the diagram of an inspection by two officers. */
export async function deployInspection(office: Office): Promise<void> {
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  await (await signIn(office, 'fang-yuangui')).request('POST', '/deployments', bundle)
}
