import { html, nothing, type TemplateResult } from 'lit'
import { api } from '../../api.ts'
import type { Permission } from '../../api-types.ts'
import { lawAddress } from '../../components/citation.ts'
import { officeNow } from '../../office-time.ts'
import { problemOf } from '../../problem.ts'
import { may } from '../../session.ts'
import { t, type WordId } from '../../words/index.ts'
import { dayAt } from '../statutes/day-at.ts'

/** A line of what was found: where it leads, what it is called, what is to be known of it. */
interface Line {
  href: string
  name: string
  about: string
}

/** What of one register was found. */
export interface FoundLines {
  word: WordId
  lines: readonly Line[]
  /** Where the rest is, when there is more. */
  rest?: string
}

interface Source {
  word: WordId
  /** Its page; it is searched there by the same text. */
  page: string
  permissions: readonly Permission[]
  find(q: string, signal: AbortSignal): Promise<readonly Line[]>
}

const readers: readonly Permission[] = ['work', 'audit', 'supervise']
const together = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')

/** The registers that are searched beside tasks, cases, procedures and parties; who may not read one does not ask it. */
const sources: readonly Source[] = [
  {
    ...{ word: 'shell.whistles', page: '/whistles', permissions: readers },
    find: async (q, signal) =>
      (await api.whistles({ q }, signal)).items.map(({ whistleId, processInstanceKey, title, org, level }) => ({
        href: processInstanceKey ? `/instances/${processInstanceKey}` : `/whistles?q=${encodeURIComponent(whistleId)}`,
        name: whistleId,
        about: together(title, org.name, level.label),
      })),
  },
  {
    ...{ word: 'shell.transfers', page: '/transfers', permissions: readers },
    find: async (q, signal) =>
      (await api.transfers({ q }, signal)).items.map(({ transferId, processInstanceKey, title, from, to }) => ({
        href: `/instances/${processInstanceKey}`,
        name: transferId,
        about: together(title, `${from.name} → ${to.name}`),
      })),
  },
  {
    ...{ word: 'shell.people', page: '/people', permissions: ['administrate', 'certify', 'audit'] },
    find: async (q, signal) =>
      (await api.personnel({ q }, signal)).items.map(({ personId, name, appointments }) => ({
        href: `/people/${encodeURIComponent(personId)}`,
        name,
        about: together(...appointments.map(({ orgName, roleName }) => `${orgName} ${roleName}`)),
      })),
  },
  {
    ...{ word: 'shell.statutes', page: '/statutes' },
    permissions: ['work', 'audit', 'operate', 'administrate', 'certify'],
    find: findLaws,
  },
]

/** Laws by their names, then what stands in them. */
async function findLaws(q: string, signal: AbortSignal): Promise<Line[]> {
  const { items, hits } = await api.statutes(q, signal)
  const day = dayAt(officeNow())
  const isCalled = ({ name, title }: { name: string; title: string }) =>
    `${name} ${title}`.toLowerCase().includes(q.toLowerCase())
  return [
    ...items.filter(isCalled).map(({ name, title }) => ({ href: lawAddress({ name, day }), name, about: title })),
    ...hits.map(({ name, article, label, excerpt }) => ({
      ...{ href: lawAddress({ name, article, day }), name: `${name} ${label}`, about: excerpt },
    })),
  ]
}

/** Asks every register the person may read, so many lines of each; one that refuses is left out. */
export async function findLines(q: string, most: number, signal: AbortSignal): Promise<FoundLines[]> {
  // The registers take no longer text.
  const asked = q.slice(0, 50)
  const found = await Promise.all(
    sources
      .filter(({ permissions }) => may(permissions))
      .map(async ({ word, page, find }) => {
        const lines = await answered(find(asked, signal))
        const rest = lines.length > most ? { rest: `${page}?q=${encodeURIComponent(asked)}` } : {}
        return { word, lines: lines.slice(0, most), ...rest }
      }),
  )
  return found.filter(({ lines }) => lines.length > 0)
}

async function answered(asked: Promise<readonly Line[]>): Promise<readonly Line[]> {
  try {
    return await asked
  } catch (error) {
    const { status } = problemOf(error)
    if (status >= 400 && status < 500) return []
    throw error
  }
}

/** The lines of a register under its name. */
export const linesPart = ({
  word,
  lines,
  rest,
}: FoundLines): TemplateResult => html`<div class="part" data-found=${word}>
    <h2>${t(word)}</h2><span class="count">${lines.length}</span>${rest ? html`<a class="end" href=${rest}>${t('common.all')}</a>` : nothing}
  </div>
  <div class="scroll"><table class="tbl stack"><tbody>
    ${lines.map(({ href, name, about }) => html`<tr><td class="nb"><a href=${href}>${name}</a></td><td class="full">${about || nothing}</td></tr>`)}
  </tbody></table></div>`
