import type { Office } from '../support/office.ts'
import { respondAndReview } from '../support/small-diagrams.ts'
import { type Asked, get, post } from './asked.ts'

const files = [{ name: 'respond-and-review.bpmn', content: respondAndReview }]
/** Whose rehearsals these are: nobody else comes near them. */
const ADMINISTRATOR = 'fang-yuangui'
const OFFICER = 'lin-shen'
const start = { do: 'start', by: OFFICER, values: { caseNo: 'LDJ-PT-2026-00901' } }

/** The requests on offices that are thrown away. */
export function rehearsalRequests(office: Office): Readonly<Record<string, () => Promise<Asked>>> {
  const { house } = office.app
  const rehearsals = house.rehearsals!
  let open: string | undefined

  async function trial() {
    const known = open === undefined ? undefined : rehearsals.find(open)
    const found = known ?? (await rehearsals.open(files, ADMINISTRATOR))
    open = found.id
    return found
  }

  async function task(): Promise<string> {
    const { perform, office: there, instance, id } = await trial()
    if (instance() === undefined) await perform(start as Parameters<typeof perform>[0], 'zh')
    const [first] = there.house.tasks.openOf(instance()!)
    return `/rehearsals/${id}/tasks/${first!.userTaskKey}?as=${OFFICER}`
  }

  let begun: Promise<string> | undefined

  async function begin(): Promise<string> {
    await office.deploy(respondAndReview)
    const from = house.definitions.findLatest('respond-and-review')!
    return rehearsals.replays.begin(house, { files, from, most: 1 }, ADMINISTRATOR).id
  }

  const replay = () => (begun ??= begin())

  return {
    'POST /rehearsals': async () => {
      if (open !== undefined) await rehearsals.drop(open)
      return post('/rehearsals', { files })
    },
    'GET /rehearsals/{rehearsalId}': async () => get(`/rehearsals/${(await trial()).id}`),
    'POST /rehearsals/{rehearsalId}/steps': async () =>
      post(`/rehearsals/${(await trial()).id}/steps`, { step: { do: 'wait', for: '1 workday' } }),
    'POST /rehearsals/{rehearsalId}/files': async () =>
      post(`/rehearsals/${(await trial()).id}/files`, { by: OFFICER, name: '材料.pdf' }),
    'GET /rehearsals/{rehearsalId}/start': async () => get(`/rehearsals/${(await trial()).id}/start?as=${OFFICER}`),
    'GET /rehearsals/{rehearsalId}/tasks/{userTaskKey}': async () => get(await task()),
    'GET /rehearsals/{rehearsalId}/scenario': async () => get(`/rehearsals/${(await trial()).id}/scenario?name=x`),
    'DELETE /rehearsals/{rehearsalId}': async () => ({
      method: 'DELETE',
      path: `/rehearsals/${(await trial()).id}`,
    }),
    'POST /replays': async () => {
      await replay()
      return post('/replays', { files })
    },
    'GET /replays/{replayId}': async () => get(`/replays/${await replay()}`),
    'GET /process-drafts/{draftId}/replay': async () => get('/process-drafts/none/replay'),
    'DELETE /replays/{replayId}': async () => ({ method: 'DELETE', path: `/replays/${await replay()}` }),
    'POST /scenario-runs': async () => post('/scenario-runs', { files }),
  }
}
