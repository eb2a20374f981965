import type { Office } from '../support/office.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { type Asked, get, post } from './asked.ts'

const PROCEDURE = 'supervision-copy'

/** The requests on drafts of procedures; the other administrator hands in what is published. */
export function processDraftRequests(office: Office, admin: Visitor): Readonly<Record<string, () => Promise<Asked>>> {
  const definition = () => office.app.house.definitions.findLatest(PROCEDURE)!.processDefinitionKey
  const other = () => signIn(office, 'su-wenbo')
  const from = () => ({ from: { processDefinitionKey: definition() } })
  const draft = async (who = admin) => (await who.json<{ id: string }>('POST', '/process-drafts', from())).id
  const submitted = async (who = admin) => {
    const id = await draft(who)
    const answer = await who.request('POST', `/process-drafts/${id}/submission`)
    if (!answer.ok) throw new Error(await answer.text())
    return id
  }
  const at = async (id: Promise<string>, rest = '') => `/process-drafts/${await id}${rest}`
  return {
    'POST /process-drafts': async () => post('/process-drafts', from()),
    'GET /process-drafts/{draftId}': async () => get(await at(draft())),
    'DELETE /process-drafts/{draftId}': async () => ({ method: 'DELETE', path: await at(draft()) }),
    'GET /process-drafts/{draftId}/bundle': async () => get(await at(draft(), '/bundle')),
    'POST /process-drafts/import': async () => {
      const form = new FormData()
      const { xml } = await office.app.house.diagrams.get(definition())
      form.append('resources', new File([xml], 'x.bpmn'))
      return post('/process-drafts/import', form)
    },
    'PUT /process-drafts/{draftId}/files/{name}': async () => ({
      method: 'PUT',
      path: await at(draft(), '/files/parameters.json'),
      body: { content: '{}', revision: 1 },
    }),
    'DELETE /process-drafts/{draftId}/files/{name}': async () => ({
      method: 'DELETE',
      path: await at(draft(), '/files/parameters.json?revision=1'),
    }),
    'POST /process-drafts/{draftId}/editor': async () => post(await at(draft(), '/editor'), {}),
    'DELETE /process-drafts/{draftId}/editor': async () => ({ method: 'DELETE', path: await at(draft(), '/editor') }),
    'GET /process-drafts/{draftId}/saves': async () => get(await at(draft(), '/saves')),
    'GET /process-drafts/{draftId}/saves/{revision}': async () => get(await at(draft(), '/saves/1')),
    'POST /process-drafts/{draftId}/saves/{revision}/restoration': async () =>
      post(await at(draft(), '/saves/1/restoration'), {}),
    'POST /process-drafts/{draftId}/submission': async () => post(await at(draft(), '/submission'), {}),
    'POST /process-drafts/{draftId}/withdrawal': async () => post(await at(submitted(), '/withdrawal'), {}),
    'POST /process-drafts/{draftId}/return': async () =>
      post(await at(submitted(await other()), '/return'), { reason: '期限没有依据' }),
    'POST /process-drafts/{draftId}/publication': async () =>
      post(await at(submitted(await other()), '/publication'), {}),
    'GET /process-definitions/{processDefinitionKey}/bundle': async () =>
      get(`/process-definitions/${definition()}/bundle`),
    'GET /process-definitions/{processDefinitionKey}/files': async () =>
      get(`/process-definitions/${definition()}/files`),
    'POST /process-definitions/{processDefinitionKey}/retirement': async () =>
      post(`/process-definitions/${definition()}/retirement`, { reason: '暂停使用' }),
  }
}
