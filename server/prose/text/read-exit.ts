import { BRACKETED, QUOTED, unescaped } from './quoting.ts'
import type { Sentence } from './text-lines.ts'

/** Where a paragraph goes on. */
export interface Exit {
  name?: string
  isDefault: boolean
  targetName?: string
  targetId?: string
  condition?: string
  /** Absent when the flow has the usual id. */
  flowId?: string
}

/** [“name”的，] [缺省]到 [“target”] [〔target id〕] [，条件“FEEL”] [，记为〔flow id〕] */
const EXIT = new RegExp(
  `^(?:${QUOTED}的，)?(缺省)?到(?:${QUOTED})?(?:${BRACKETED})?(?:，条件${QUOTED})?(?:，记为${BRACKETED})?$`,
  's',
)

/** Reads a sentence that says where it goes on; undefined when it is another sentence. */
export function readExit({ text }: Sentence): Exit | undefined {
  const match = EXIT.exec(text)
  if (!match) return undefined
  const [name, isDefault, targetName, targetId, condition, flowId] = match.slice(1)
  if (targetName === undefined && targetId === undefined) return undefined
  const said = Object.entries({ name, targetName, targetId, condition, flowId }).filter(
    ([, value]) => value !== undefined,
  )
  return {
    isDefault: isDefault !== undefined,
    ...Object.fromEntries(said.map(([key, value]) => [key, unescaped(value as string)])),
  }
}
