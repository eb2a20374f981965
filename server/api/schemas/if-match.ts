import { z } from '@hono/zod-openapi'

/** The header by which a change names the version it rests on. */
export const IfMatch = z.object({
  'if-match': z
    .string()
    .regex(/^(\*|"\d{1,15}")$/, 'expected * or the quoted seq of the version that was read')
    .default('*'),
})

/** The seq of the version a change rests on; undefined: whatever there is. */
export function basedOn({ 'if-match': match }: z.infer<typeof IfMatch>): number | undefined {
  return match === '*' ? undefined : Number(match.slice(1, -1))
}
