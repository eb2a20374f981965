import { dayOf } from '../../deadlines/office-day.ts'
import type { Variables } from '../../engine/index.ts'
import { matterRecord } from '../../registers/certificate-matters.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { optionalText } from './certificate-inputs.ts'

const STAFFING: Readonly<Record<string, string>> = {
  ...{ civilServant: '公务员', careerStaff: '事业编制', other: '其他人员' },
}

/**
 * Enters an application (inputs `applicationId`, `personId`, `bizType`, `certType`, `oldCertNo`, `orgCode`) and answers whose
 * it is, what the establishment knows of him, and the office's numbers: marks and attempts of the examination, years of
 * validity. Of an application that was sent back it writes what is asked for now.
 */
export const registerApplication: Worker = {
  type: 'register-application',
  timeout: 30_000,
  async handle(job, tools) {
    const matterId = textInput(job, 'applicationId')
    const personId = textInput(job, 'personId')
    const [kind, certType] = [textInput(job, 'bizType'), textInput(job, 'certType')]
    await tools.act(job, {
      verb: 'certificate-matter.open',
      payload: { kind, certType },
      subject: { bizKey: matterId, personId },
      register: [
        matterRecord(matterId, {
          ...{ processInstanceKey: job.processInstanceKey, kind, certType, holderId: personId },
          ...{ org: optionalText(job, 'orgCode'), oldCertNo: optionalText(job, 'oldCertNo') },
        }),
      ],
    })
    const name = tools.people.nameOf(personId) ?? personId
    return { holderId: personId, holderName: name, caseTitle: name, ...known(tools, personId) }
  },
}

function known({ registers, officeParameters, limitParameters, clock }: WorkerTools, personId: string): Variables {
  const day = dayOf(clock.now())
  const staff = registers.service.staffingOf(personId, day)
  const years = limitParameters.inForce('cert.validity', day)?.parameter.amount ?? '5Y'
  return {
    staffingKnown: staff ? `${STAFFING[staff.staffing] ?? staff.staffing}，${staff.post}` : '编制库没有此人',
    passMark: officeParameters.numberOf('cert.exam-pass', day),
    mostAttempts: officeParameters.numberOf('cert.exam-attempts', day),
    validityPeriod: `P${years}`,
  }
}
