import type { FlowNode } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, flowsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { type Case, describeCase, triedGateways } from '../../values/conditions.ts'

/** A gateway that divides has one default flow without a condition, and conditions on all others. */
export const gatewayDefault: Rule = {
  id: 'gateway-default',
  severity: 'error',
  title: { zh: '分支网关有缺省流', en: 'A dividing gateway has a default flow' },
  doc: {
    why: '没有一个条件成立又没有缺省流时，流程停在网关上出事件单，要运维来救。缺省流应走最保守的一支（退回、不批准）。',
    mend: '选最保守的一支设为缺省流，去掉它的条件；其余各支都写条件。',
  },
  check: model =>
    model.nodes
      .filter(({ type, outgoing }) => /(Exclusive|Inclusive)Gateway$/.test(type) && outgoing.length > 1)
      .flatMap(node => judge(model, node)),
}

function judge(model: ProcedureModel, node: FlowNode): Finding[] {
  const flows = flowsOf(node)
  const bare = flows.filter(({ condition, isDefault }) => condition === undefined && !isDefault)
  const conditioned = flows.filter(({ condition, isDefault }) => condition !== undefined && isDefault)
  return [
    ...(flows.some(({ isDefault }) => isDefault) ? [] : [withoutDefault(model, node, bare[0]?.id)]),
    ...bare.map(({ id }) => ({
      elementId: id,
      message: {
        zh: `“${called(node)}”的这一支没有条件，又不是缺省流。`,
        en: `This way of “${called(node)}” has no condition and is not the default.`,
      },
    })),
    ...conditioned.map(({ id }) => ({
      elementId: id,
      message: {
        zh: '缺省流上写了条件，引擎不看它。',
        en: 'The default flow has a condition, which the engine ignores.',
      },
      fix: { kind: 'remove-condition' as const, elementId: id },
    })),
  ]
}

function withoutDefault(model: ProcedureModel, node: FlowNode, only: string | undefined): Finding {
  const stuck = triedGateways(model)
    .find(gateway => gateway.node === node)
    ?.cases.find(isTakenByNone)
  const example = stuck && describeCase(stuck)
  return {
    elementId: node.id,
    message: {
      zh: `“${called(node)}”没有缺省流。${example?.zh ? `例如${example.zh}，哪一支都不走。` : ''}`,
      en: `“${called(node)}” has no default flow.${example?.en ? ` No way is taken, for example, ${example.en}.` : ''}`,
    },
    ...(only !== undefined && { fix: { kind: 'set-default-flow', elementId: node.id, flowId: only } }),
  }
}

const isTakenByNone = ({ answers }: Case) => [...answers.values()].every(answer => answer !== true)
