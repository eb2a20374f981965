import { countLimit } from '../../deadlines/limit.ts'
import { readLimitRule } from '../../deadlines/limit-rule.ts'
import { dayOf } from '../../deadlines/office-day.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { optionalText } from './certificate-inputs.ts'

/**
 * Holds the hours somebody was credited with against what the office asks (inputs `holderId`, `bizType`, `waitSince`): of a
 * first certificate those of the training before it, else those of the year. Answers `trainingOk`, the hours, and until when
 * the application waits, counted from the day on which they were first found wanting (`cert.waitTraining`).
 */
export const checkTraining: Worker = {
  type: 'check-training',
  timeout: 30_000,
  async handle(job, tools) {
    const { registers, officeParameters, clock } = tools
    const now = clock.now()
    const day = dayOf(now)
    const isFirst = textInput(job, 'bizType') === 'new'
    const asked = (kind: string) =>
      officeParameters.numberOf(`training.${isFirst ? 'induction-' : ''}${kind}-hours`, day)
    const { common, professional } = registers.service.hoursOf(
      textInput(job, 'holderId'),
      `${day.slice(0, 4)}-01-01`,
      day,
    )
    const trainingOk = common >= asked('common') && professional >= asked('professional')
    const waitSince = optionalText(job, 'waitSince') ?? new Date(now).toISOString()
    return {
      ...{ trainingOk, commonHours: common, professionalHours: professional },
      ...{ waitSince, waitUntil: new Date(waitEnd(tools, Date.parse(waitSince))).toISOString() },
    }
  },
}

function waitEnd({ limitParameters, calendars }: WorkerTools, since: number): number {
  const amount = limitParameters.inForce('cert.waitTraining', dayOf(since))?.parameter.amount ?? '60D'
  return countLimit(readLimitRule(amount, 'STRICT'), since, calendars.latest()).due
}
