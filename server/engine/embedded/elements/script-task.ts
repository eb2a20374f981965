import { extensionOf, textOf } from '../../../bpmn/index.ts'
import { evaluate } from '../behaviors/expressions.ts'
import { cancelJobOf, createJob, type JobDefinition, readJob } from '../behaviors/jobs.ts'
import { remember } from '../behaviors/triggers.ts'
import { type Expression, readExpression } from '../expression.ts'
import { defineElement } from './element.ts'

interface ScriptTaskDefinition {
  job?: JobDefinition
  expression?: Expression
  resultVariable: string
}

/** Computes a FEEL expression into a variable, or leaves the work to a job worker. */
export const scriptTask = defineElement<ScriptTaskDefinition>({
  type: 'SCRIPT_TASK',
  waits: ({ definition }) => definition.job !== undefined,

  read({ source }) {
    const script = extensionOf(source, 'zeebe:Script')
    const job = readJob(source)
    return {
      ...(job && { job }),
      ...(script && { expression: readExpression(textOf(script, 'expression') ?? '') }),
      resultVariable: textOf(script, 'resultVariable') ?? '',
    }
  },

  onActivate(execution, { id, definition: { job, expression, resultVariable } }, key) {
    if (job) return createJob(execution, job, key)
    const { json } = evaluate(execution, expression!, key)
    remember(execution, key, { elementId: id, variables: { [resultVariable]: json } })
  },

  onTerminate: (execution, _node, key) => cancelJobOf(execution, key),
})
