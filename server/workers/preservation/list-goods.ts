import { goodRecord } from '../../registers/preserved-goods.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { goodsIn, textOf } from './preservation-inputs.ts'

/**
 * Enters what is to be kept as evidence into the register, thing by thing, before it is done (inputs `preservationId`,
 * `caseNo`, `orgCode`, `preservedItems`, `preservePlace`, `preserveReason`). Done again it says the same.
 */
export const listGoods: Worker = {
  type: 'list-goods',
  timeout: 30_000,
  async handle(job, { act }) {
    const preservationId = textInput(job, 'preservationId')
    const { caseNo = null, preservePlace, preserveReason } = job.variables
    const common = {
      ...{ processInstanceKey: job.processInstanceKey, caseNo, org: textInput(job, 'orgCode') },
      ...{ place: textOf(preservePlace), reason: textOf(preserveReason) },
    }
    const goods = goodsIn(job)
    await act(job, {
      verb: 'preservation.list',
      payload: { goods: goods.length },
      subject: { bizKey: preservationId },
      register: goods.map(({ name, quantity, spec }, index) =>
        goodRecord(preservationId, index + 1, {
          ...common,
          ...{ name: textOf(name), quantity: textOf(quantity), spec: textOf(spec) },
        }),
      ),
    })
    return undefined
  },
}
