import { z } from 'zod'
import { readBody, restRoutes } from './environment.ts'

const Pin = z.strictObject({ timestamp: z.int().min(0) })

/** Time travel, for tests of processes. */
export const clockRoutes = restRoutes()
  .put('/clock', async c => {
    await c.var.caller.setClock((await readBody(c, Pin)).timestamp)
    return c.body(null, 204)
  })
  .post('/clock/reset', async c => {
    await c.var.caller.setClock(undefined)
    return c.body(null, 204)
  })
