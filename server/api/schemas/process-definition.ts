import { z } from '@hono/zod-openapi'
import { Key } from '../route.ts'
import { VariablesSchema } from './json.ts'
import { NamedSchema } from './person.ts'
import { PermissionSchema } from './user-task.ts'

/** The latest version of a procedure as lists show it. */
export const ProcessDefinitionSchema = z
  .object({
    processDefinitionKey: Key,
    processDefinitionId: z.string(),
    name: z.string(),
    version: z.number().int(),
    versions: z.number().int(),
    resourceName: z.string(),
    deploymentDate: z.string(),
    startable: PermissionSchema,
    startRoles: z.array(z.string()),
    startRoleNames: z.array(z.string()),
    startNeeds: z
      .array(z.object({ label: z.string(), isFile: z.boolean() }))
      .openapi({ description: 'What the start form asks for of everybody' }),
    startFrom: z.string().nullable().openapi({ description: '`case`: offered on the page of a case' }),
    runningInstances: z.number().int(),
    incidents: z.number().int(),
    retired: z
      .object({ by: NamedSchema, reason: z.string(), at: z.string() })
      .nullable()
      .openapi({ description: 'Taken out of use: nothing new begins with it' }),
  })
  .openapi('ProcessDefinition')

export const ProcessDefinitionDetailSchema = ProcessDefinitionSchema.extend({
  userTasks: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.string().nullable(), role: z.string().nullable() }),
  ),
  startForm: z.record(z.string(), z.unknown()).nullable(),
  startValues: VariablesSchema.openapi({ description: 'What the start form opens with' }),
}).openapi('ProcessDefinitionDetail')

export type ProcessDefinitionJson = z.infer<typeof ProcessDefinitionSchema>
export type ProcessDefinitionDetailJson = z.infer<typeof ProcessDefinitionDetailSchema>
