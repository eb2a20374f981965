import { type NamedLimit, namedLimits } from '../../bpmn/index.ts'
import type { Part } from '../outline.ts'
import { amountWords } from './amount-words.ts'
import type { Names } from './names.ts'
import { escalationWords } from './who.ts'
import { listed, named, type Said, said, same, together } from './words.ts'

/** The limits of a step or procedure in words: `限 5 个工作日，期满告知中心主任`. */
export function limitsOf(part: Part, names: Names): Said | undefined {
  const limits = namedLimits(wordsOfLimit(part))
  if (limits.length === 0) return undefined
  const escalation = escalationWords(wordsOfLimit(part).escalateTo ?? '', names)
  // Of several one holds, by what the limit is called.
  const isOneOf = limits.filter(({ isNext }) => !isNext).length > 1
  return together(
    listed(
      limits.map(limit => limitWords(limit, names, isOneOf)),
      '，',
      ', ',
    ),
    escalation ? said(`，期满告知${escalation.zh}`, `, then ${escalation.en} is told`) : same(''),
  )
}

function wordsOfLimit({ type, properties }: Part) {
  const family = type === 'bpmn:Process' ? 'property' : 'header'
  const word = (key: string) => properties[`${family}:${key}`]
  return { limit: word('limit'), limitStart: word('limitStart'), escalateTo: word('escalateTo') }
}

function limitWords({ key, isNext }: NamedLimit, names: Names, isOneOf: boolean): Said {
  const limit = names.limit?.(key)
  const amount = limit ? amountWords(limit.amount) : named(key)
  if (isOneOf && !isNext && limit)
    return said(`${limit.name.zh}限 ${amount.zh}`, `${limit.name.en}: within ${amount.en}`)
  return isNext ? said(`再宽 ${amount.zh}`, `and ${amount.en} more`) : said(`限 ${amount.zh}`, `within ${amount.en}`)
}
