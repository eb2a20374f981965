import type { Context } from 'hono'
import type { Permission } from '../identity/roles.ts'
import type { Caller } from './caller.ts'
import type { Environment } from './environment.ts'
import { Problem } from './problem.ts'
import { refuseWithout } from './submit.ts'

/** Lets those read who have one of these permissions. @throws Problem 403 naming the first of them. */
export function admitReader({ var: { caller } }: Context<Environment>, permissions: readonly Permission[]): void {
  if (permissions.some(permission => caller.person.permissions.includes(permission))) return
  throw new Problem('permission.missing', { permission: `permission.${permissions[0]}` })
}

/** Refuses, and journals, an act of somebody without the permission before anything he sent is looked at. */
export async function admitActor(c: Context<Environment>, permission: Permission, verb: string): Promise<Caller> {
  await refuseWithout(permission, c.var.house, c.var.caller, { kind: 'register', verb })
  return c.var.caller
}
