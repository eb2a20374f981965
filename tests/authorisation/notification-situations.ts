import type { Office } from '../support/office.ts'
import { type Asked, get, post } from './asked.ts'

const hook = { name: '市平台', url: 'http://127.0.0.1:9/', kinds: ['case-ended'] }
const wording = { language: 'zh', subject: '即将到期：{task}', body: '请于{due}前办理。' }

/** The requests on what people are told, and on what leaves the house. */
export function notificationRequests({ app }: Office): Readonly<Record<string, () => Promise<Asked>>> {
  const { outbox } = app.house.postOffice

  /** Something that could not be sent. */
  function failed(): number {
    const at = app.clock.now()
    outbox.add({
      channel: 'webhook',
      personId: null,
      webhookId: null,
      kind: 'limit-urgent',
      about: {},
      at,
      isDigest: false,
      nextAt: at,
    })
    const [item] = outbox.page({ limit: 1 })
    outbox.failed([item!.outboxId], 'nobody there', undefined, at)
    return item!.outboxId
  }

  /** A system that is told nothing at present. @returns its id */
  async function entered(): Promise<string> {
    const id = `hook-${app.house.webhooks.list().length}`
    await app.enter([{ register: 'webhooks', op: 'put', id, value: { ...hook, state: 'off' } }])
    return id
  }

  return {
    'GET /notifications': async () => get('/notifications'),
    'GET /notifications/unread': async () => get('/notifications/unread'),
    'POST /notifications/read': async () => post('/notifications/read', { upTo: 1 }),
    'GET /notification-settings': async () => get('/notification-settings'),
    'PUT /notification-settings': async () => ({
      method: 'PUT',
      path: '/notification-settings',
      body: { mail: 'someone@office.example', choices: { 'task-offered': { inApp: true, mail: 'digest' } } },
    }),
    'PUT /personnel/{personId}/mail': async () => ({
      method: 'PUT',
      path: '/personnel/he-lichuan/mail',
      body: { mail: 'someone@office.example', reason: '换了邮箱' },
    }),
    'GET /webhooks': async () => get('/webhooks'),
    'POST /webhooks': async () => post('/webhooks', hook),
    'PUT /webhooks/{webhookId}': async () => ({
      method: 'PUT',
      path: `/webhooks/${await entered()}`,
      body: { ...hook, state: 'off', reason: '停止对接' },
    }),
    'POST /webhooks/{webhookId}/secret': async () => post(`/webhooks/${await entered()}/secret`, { reason: '泄露' }),
    'GET /webhooks/{webhookId}/history': async () => get(`/webhooks/${await entered()}/history`),
    'POST /outbox/retry': async () => post('/outbox/retry', undefined),
    'GET /outbox': async () => get('/outbox'),
    'POST /outbox/{outboxId}/retry': async () => post(`/outbox/${failed()}/retry`, undefined),
    'POST /outbox/{outboxId}/discard': async () => post(`/outbox/${failed()}/discard`, undefined),
    'GET /notification-templates': async () => get('/notification-templates'),
    'PUT /notification-templates/{kind}': async () => ({
      method: 'PUT',
      path: '/notification-templates/limit-urgent',
      body: wording,
    }),
    'DELETE /notification-templates/{kind}': async () => ({
      method: 'DELETE',
      path: '/notification-templates/limit-urgent?language=zh',
    }),
    'POST /notification-templates/{kind}/preview': async () =>
      post('/notification-templates/limit-urgent/preview', wording),
  }
}
