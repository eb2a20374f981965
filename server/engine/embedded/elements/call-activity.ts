import { extensionOf, type ModdleElement, textOf } from '../../../bpmn/index.ts'
import { Failure } from '../../protocol/errors.ts'
import { type Binding, calledProcess, readBinding } from '../behaviors/bindings.ts'
import { call, checkDepth, type Propagation } from '../behaviors/calls.ts'
import { evaluateString } from '../behaviors/expressions.ts'
import { type Expression, readExpression } from '../expression.ts'
import { localVariables, visibleVariables } from '../state/variables.ts'
import { defineElement } from './element.ts'

interface CallActivityDefinition {
  processId: Expression
  binding: Binding
  propagation: Propagation
}

/** Runs another process as an instance of its own, and waits for its end. */
export const callActivity = defineElement<CallActivityDefinition>({
  type: 'CALL_ACTIVITY',
  waits: true,
  calls: true,

  read({ source }) {
    const called = extensionOf(source, 'zeebe:CalledElement')
    return {
      processId: readExpression(textOf(called, 'processId') ?? ''),
      binding: readBinding(called),
      propagation: {
        allParentVariables: isTrue(called, 'propagateAllParentVariables'),
        allChildVariables: isTrue(called, 'propagateAllChildVariables'),
      },
    }
  },

  names: ({ processId: id, binding }) => ({ kind: 'process', id, binding }),

  onActivate(execution, { definition: { processId, binding, propagation }, inputs }, key) {
    const process = calledProcess(execution, evaluateString(execution, processId, key), binding)
    if (execution.world.isOutOfUse(process.bpmnProcessId))
      throw new Failure(
        'CALLED_ELEMENT_ERROR',
        `Expected process with BPMN process id '${process.bpmnProcessId}' to be in use, but it was taken out of use. Publish it again, or call another.`,
      )
    if (!execution.world.definitions.executable(process).root.noneStart)
      throw new Failure(
        'CALLED_ELEMENT_ERROR',
        `Expected process with BPMN process id '${process.bpmnProcessId}' to have a none start event, but not found.`,
      )
    checkDepth(execution)
    const { state } = execution
    // Without mappings there is nothing the call activity has for the called process.
    const own = inputs.length > 0 ? localVariables(state, key) : {}
    return () => call(execution, key, process, propagation.allParentVariables ? visibleVariables(state, key) : own)
  },
})

/** Both are so unless the diagram says no. */
function isTrue(called: ModdleElement | undefined, attribute: string): boolean {
  return called?.[attribute] !== false
}
