import { z } from 'zod'
import { CallRefused } from '../call-refused.ts'
import { pathKey, readBody, restRoutes, Variables } from './environment.ts'

const action = z.string().max(100).nullish()
const Assignment = z.strictObject({
  assignee: z.string().nullish(),
  allowOverride: z.boolean().nullish(),
  action,
})
const Update = z.strictObject({
  changeset: z
    .strictObject({
      candidateGroups: z.array(z.string()).nullish(),
      candidateUsers: z.array(z.string()).nullish(),
      dueDate: z.string().nullish(),
      followUpDate: z.string().nullish(),
      priority: z.number().nullish(),
    })
    .nullish(),
  action,
})
const Completion = z.strictObject({ variables: Variables.nullish(), action })

/** People's tasks: the call names the person for whom it is made. */
export const userTaskRoutes = restRoutes()
  .post('/user-tasks/:userTaskKey/assignment', async c => {
    const { assignee, allowOverride, action } = await readBody(c, Assignment)
    if (!assignee) throw new CallRefused('INVALID_ARGUMENT', 'No assignee provided')
    await c.var.gateway.perform(c.var.caller, {
      type: 'ASSIGN_USER_TASK',
      userTaskKey: pathKey(c, 'userTaskKey'),
      assignee,
      mode: allowOverride === false ? 'claim' : 'assign',
      ...(action && { action }),
    })
    return c.body(null, 204)
  })
  .delete('/user-tasks/:userTaskKey/assignee', async c => {
    await c.var.gateway.perform(c.var.caller, { type: 'UNASSIGN_USER_TASK', userTaskKey: pathKey(c, 'userTaskKey') })
    return c.body(null, 204)
  })
  .patch('/user-tasks/:userTaskKey', async c => {
    const { changeset, action } = await readBody(c, Update)
    const { candidateGroups, candidateUsers, dueDate, followUpDate, priority } = changeset ?? {}
    const changes = {
      ...(candidateGroups && { candidateGroupsList: candidateGroups }),
      ...(candidateUsers && { candidateUsersList: candidateUsers }),
      ...(dueDate != null && { dueDate }),
      ...(followUpDate != null && { followUpDate }),
      ...(priority != null && { priority }),
    }
    if (Object.keys(changes).length === 0 && !action)
      throw new CallRefused('INVALID_ARGUMENT', 'No update data provided; at least one change or an action is needed')
    await c.var.gateway.perform(c.var.caller, {
      type: 'UPDATE_USER_TASK',
      userTaskKey: pathKey(c, 'userTaskKey'),
      changes,
      ...(action && { action }),
    })
    return c.body(null, 204)
  })
  .post('/user-tasks/:userTaskKey/completion', async c => {
    const { variables, action } = await readBody(c, Completion)
    await c.var.gateway.perform(c.var.caller, {
      type: 'COMPLETE_USER_TASK',
      userTaskKey: pathKey(c, 'userTaskKey'),
      variables: variables ?? {},
      ...(action && { action }),
    })
    return c.body(null, 204)
  })
