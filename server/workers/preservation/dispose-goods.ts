import { goodRecord } from '../../registers/preserved-goods.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { goodsIn, type ListedGood, textOf } from './preservation-inputs.ts'

/** How long a request for seizure waits for the procedure that takes it up, ms. */
const REQUEST_MS = 30 * 24 * 60 * 60 * 1000
const BACK: ReadonlySet<unknown> = new Set(['return', 'release'])

/**
 * Writes what was decided about each thing that is kept (inputs `preservationId`, `preservedItems`, `disposalBasis`), and
 * answers whether anything is to be given back (`hasReturn`). What is confiscated goes by the number of its decision. What is to be seized is requested once, with all of it
 * (`msg.seizure.request`, by the number `<preservation>/KY`): the seizure is a procedure of its own.
 */
export const disposeGoods: Worker = {
  type: 'dispose-goods',
  timeout: 30_000,
  async handle(job, { act, publish, clock, registers, cases }) {
    const preservationId = textInput(job, 'preservationId')
    const goods = goodsIn(job)
    const seizureId = `${preservationId}/KY`
    const decidedAt = new Date(clock.now()).toISOString()
    const basis = textOf(job.variables.disposalBasis)
    const whereTo = ({ way, movedTo, confiscationNo }: ListedGood) =>
      way === 'seize' ? seizureId : textOf(way === 'confiscate' ? confiscationNo : movedTo)
    await act(job, {
      verb: 'preservation.decide',
      payload: { goods: goods.length },
      subject: { bizKey: preservationId },
      register: goods.map((good, index) =>
        goodRecord(preservationId, index + 1, {
          ...{ way: textOf(good.way), basis, movedTo: whereTo(good), decidedAt },
          returnDueAt: textOf(good.returnDueAt),
        }),
      ),
    })
    const seized = registers.preservedGoods.of(preservationId).filter(({ way }) => way === 'seize')
    if (seized.length > 0) {
      const [{ caseNo, org }] = [seized[0]!]
      const itemCode = (caseNo === null ? undefined : cases.find(caseNo)?.itemCode) ?? null
      await publish(job, {
        ...{ name: 'msg.seizure.request', correlationKey: seizureId, messageId: job.jobKey, timeToLive: REQUEST_MS },
        variables: {
          ...{ seizureId, preservationId, caseNo, orgCode: org, itemCode, urgent: false },
          goods: seized.map(({ name, quantity, spec }) => ({ name, qty: quantity, spec })),
        },
      })
    }
    return { hasReturn: goods.some(({ way }) => BACK.has(way)) }
  },
}
