import { DmnModdle } from 'dmn-moddle'
import { named, type Said, said, together } from '../reading/words.ts'
import { type Change, turned } from './change.ts'
import { kindOf } from './part-changes.ts'

/** A decision as it is shown: its head, and its rows as texts. */
interface Table {
  id: string
  name: string
  /** What is said of it by name: hit policy, expressions of its inputs … */
  head: ReadonlyMap<string, string>
  columns: readonly string[]
  rows: readonly { id: string; cells: readonly string[] }[]
}

/** What decisions decide otherwise than before, a sentence a cell or row. */
export async function tableChanges(
  before: string | undefined,
  after: string | undefined,
  file: string,
): Promise<Change[]> {
  const [old, now] = await Promise.all([tablesOf(before), tablesOf(after)])
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  const told = ids.flatMap(id => between(old.get(id), now.get(id)))
  return told.map(({ kind, words }) => ({ ...words, kind, topic: 'table', file, elementIds: [] }))
}

type Sentence = { kind: Change['kind']; words: Said }

function between(was: Table | undefined, is: Table | undefined): Sentence[] {
  if (!was || !is) {
    const verb = was ? said('去掉了', 'Removed: ') : said('新增了', 'Added: ')
    return [{ kind: was ? 'removed' : 'added', words: together(verb, tableWords(was ?? is)) }]
  }
  const heads = [...new Set([...was.head.keys(), ...is.head.keys()])].filter(
    key => was.head.get(key) !== is.head.get(key),
  )
  return [
    ...heads.map(key => ({
      kind: kindOf(was.head.get(key), is.head.get(key)),
      words: turned(tableWords(is), headWords(key), {
        before: textOf(was.head.get(key)),
        after: textOf(is.head.get(key)),
      }),
    })),
    ...rowChanges(was, is),
  ]
}

function rowChanges(was: Table, is: Table): Sentence[] {
  const rowWords = (table: Table, at: number) => together(tableWords(table), said(`第 ${at + 1} 行`, `, row ${at + 1}`))
  const find = (table: Table, id: string) => table.rows.findIndex(row => row.id === id)
  const removed = was.rows.flatMap((row, at) =>
    find(is, row.id) < 0
      ? [
          {
            kind: 'removed' as const,
            words: together(said('去掉了', 'Removed: '), rowWords(was, at), cellsOf(row.cells)),
          },
        ]
      : [],
  )
  const told = is.rows.flatMap((row, at): Sentence[] => {
    const before = was.rows[find(was, row.id)]
    if (!before)
      return [{ kind: 'added', words: together(said('新增了', 'Added: '), rowWords(is, at), cellsOf(row.cells)) }]
    return row.cells.flatMap((cell, column): Sentence[] => {
      const old = before.cells[column]
      if (old === cell) return []
      const what = named(is.columns[column] ?? `${column + 1}`)
      return [
        { kind: 'changed', words: turned(rowWords(is, at), what, { before: textOf(old ?? ''), after: textOf(cell) }) },
      ]
    })
  })
  return [...removed, ...told, ...rowOrder(was, is)]
}

/** With some hit policies the first row that holds wins. */
function rowOrder(was: Table, is: Table): Sentence[] {
  const [old, now] = [was.rows.map(({ id }) => id), is.rows.map(({ id }) => id)]
  const kept = now.filter(id => old.includes(id)).join('\n')
  if (kept === old.filter(id => now.includes(id)).join('\n')) return []
  return [{ kind: 'changed', words: together(tableWords(is), said('各行换了先后', ': the order of its rows changed')) }]
}

const cellsOf = (cells: readonly string[]): Said => {
  const text = cells.map(cell => cell || '-').join(' | ')
  return said(`（${text}）`, ` (${text})`)
}

/** What is said by name, as people call it. */
function headWords(key: string): Said {
  const [, kind = key, name] = /^(输入|结果) (.*)$/s.exec(key) ?? []
  const words = said(kind, HEADS[kind] ?? kind)
  return name === undefined ? words : together(words, said('', ' '), named(name))
}

const HEADS: Readonly<Record<string, string>> = {
  ...{ 名称: 'name', 命中规则: 'hit policy', 汇总: 'aggregation', 算式: 'expression', 输入: 'input', 结果: 'result' },
}

const textOf = (text: string | undefined): Said | undefined => (text === undefined ? undefined : named(text || '-'))

const tableWords = (table: Table | undefined): Said =>
  said(`决策表“${table?.name ?? ''}”`, `Decision table “${table?.name ?? ''}”`)

/** An element of a table file. */
interface Element {
  $type: string
  id?: string
  name?: string
  label?: string
  text?: string
  [property: string]: unknown
}

async function tablesOf(xml: string | undefined): Promise<Map<string, Table>> {
  if (xml === undefined) return new Map()
  const { rootElement } = await new DmnModdle().fromXML(xml)
  const decisions = list(rootElement as Element, 'drgElement')
  return new Map(decisions.map(decision => [decision.id ?? '', tableOf(decision)]))
}

function tableOf(decision: Element): Table {
  const logic = (decision.decisionLogic ?? { $type: '' }) as Element
  const inputs = list(logic, 'input')
  const outputs = list(logic, 'output')
  const inputName = (input: Element) => input.label ?? text(input.inputExpression)
  const rows = list(logic, 'rule').map(rule => ({
    id: rule.id ?? '',
    cells: [...list(rule, 'inputEntry'), ...list(rule, 'outputEntry')].map(text),
  }))
  const head = new Map([
    ['名称', decision.name ?? ''],
    ['命中规则', String(logic.hitPolicy ?? '')],
    ['汇总', String(logic.aggregation ?? '')],
    ['算式', text(logic)],
    ...inputs.map((input): [string, string] => [`输入 ${inputName(input)}`, text(input.inputExpression)]),
    ...outputs.map((output): [string, string] => [`结果 ${output.label ?? output.name ?? ''}`, output.name ?? '']),
  ])
  const columns = [...inputs.map(inputName), ...outputs.map(output => output.label ?? output.name ?? '')]
  return { id: decision.id ?? '', name: decision.name ?? decision.id ?? '', head, columns, rows }
}

const list = (element: Element, key: string): Element[] =>
  Array.isArray(element[key]) ? (element[key] as Element[]) : []
const text = (element: unknown): string => String((element as Element | undefined)?.text ?? '').trim()
