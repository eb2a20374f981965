import type { Office } from '../support/office.ts'
import { type Asked, get, post } from './asked.ts'

const wording = { language: 'zh', subject: '即将到期：{task}', body: '请于{due}前办理。' }

/** The requests on what people are told, and on what leaves the house. */
export function notificationRequests({ app }: Office): Readonly<Record<string, () => Promise<Asked>>> {
  const { outbox } = app.house.postOffice

  /** Something that could not be sent. */
  function failed(): number {
    const at = app.clock.now()
    outbox.add({ channel: 'webhook', personId: null, kind: 'limit-urgent', about: {}, at, isDigest: false, nextAt: at })
    const [item] = outbox.page({ limit: 1 })
    outbox.failed([item!.outboxId], 'nobody there', undefined, at)
    return item!.outboxId
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
