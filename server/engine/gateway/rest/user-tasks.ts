import type { Context } from 'hono'
import { z } from 'zod'
import type { Command } from '../../protocol/commands.ts'
import { CallRefused } from '../call-refused.ts'
import { pathKey, type RestEnvironment, readBody, restRoutes, Variables } from './environment.ts'

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
    await transit(c, 'ASSIGNED', {
      type: 'ASSIGN_USER_TASK',
      userTaskKey: pathKey(c, 'userTaskKey'),
      assignee,
      mode: allowOverride === false ? 'claim' : 'assign',
      ...(action && { action }),
    })
    return c.body(null, 204)
  })
  .delete('/user-tasks/:userTaskKey/assignee', async c => {
    await transit(c, 'ASSIGNED', { type: 'UNASSIGN_USER_TASK', userTaskKey: pathKey(c, 'userTaskKey') })
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
    await transit(c, 'UPDATED', {
      type: 'UPDATE_USER_TASK',
      userTaskKey: pathKey(c, 'userTaskKey'),
      changes,
      ...(action && { action }),
    })
    return c.body(null, 204)
  })
  .post('/user-tasks/:userTaskKey/completion', async c => {
    const { variables, action } = await readBody(c, Completion)
    await transit(c, 'COMPLETED', {
      type: 'COMPLETE_USER_TASK',
      userTaskKey: pathKey(c, 'userTaskKey'),
      variables: variables ?? {},
      ...(action && { action }),
    })
    return c.body(null, 204)
  })

type TaskCommand = Extract<Command, { userTaskKey: string }>

/** Answers when the task's listeners agreed. */
async function transit(
  c: Context<RestEnvironment>,
  wanted: 'ASSIGNED' | 'UPDATED' | 'COMPLETED',
  command: TaskCommand,
): Promise<void> {
  const { gateway, caller } = c.var
  await gateway.waitingRoom.seat(async () => {
    const { outcome } = await gateway.perform(caller, command)
    await gateway.transitions.settled(command.userTaskKey, wanted, outcome)
  })
}
