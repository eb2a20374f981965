import { filledForms } from '../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { type Listener, type MailServer, openListener, openMailServer } from './correspondents.fixture.ts'

/** The case that everybody is told of. */
export const CASE = 'LDJ-PT-2026-00001'
const START = { caseTitle: '占道经营案', partyName: '沿阶小馆', reviewType: 'penalty', stage: 'beforeDecision' }

interface Told {
  items: {
    kind: string
    text: string
    path: string
    title: string | null
    readAt: string | null
    notificationId: number
  }[]
}

/** An office with those it writes to: a mail server and another system. */
export class Correspondence {
  private constructor(
    public office: Office,
    readonly mail: MailServer,
    readonly hook: Listener,
  ) {}

  static async open(): Promise<Correspondence> {
    const mail = await openMailServer()
    const office = await openOffice({ SMTP_URL: mail.url, MAIL_FROM: 'xunfa@office.example' })
    return new Correspondence(office, mail, await openListener())
  }

  async close(): Promise<void> {
    await this.office.close()
    this.mail.close()
    this.hook.close()
  }

  readonly settled = () => this.office.app.house.postOffice.settled()
  readonly as = (account: string) => signIn(this.office, account)

  readonly told = async (who: Visitor, query = ''): Promise<Told['items']> => {
    await this.settled()
    return (await who.json<Told>('GET', `/notifications${query}`)).items
  }

  /** Lets another system be told, of some kinds or of all. @returns its id and secret */
  readonly enterHook = async (kinds: string[] = [], url = this.hook.url) =>
    (await this.as('fang-yuangui')).json<{ webhookId: string; secret: string }>('POST', '/webhooks', {
      ...{ name: '市平台', url, kinds },
    })

  /** A review that was begun; its handlers are to submit the material. @returns its key. */
  readonly begunReview = async (handler: Visitor): Promise<string> => {
    const variables = { ...START, caseNo: CASE, handlerIds: ['lin-shen', 'he-lichuan'] }
    const begun = await handler.json<{ processInstanceKey: string }>('POST', '/process-instances', {
      processDefinitionId: 'legal-review',
      variables,
    })
    // What is over by the time it would be told is not told.
    await this.settled()
    return begun.processInstanceKey
  }

  /** A review whose material is with the reviewers of the centre. @returns key of the task. */
  readonly submittedReview = async (handler: Visitor): Promise<string> => {
    const instance = await this.begunReview(handler)
    const variables = filledForms.submit!(await this.office.caseFiles())
    const done = await handler.request('POST', `/user-tasks/${await this.openTask(instance)}/completion`, { variables })
    if (done.status !== 204) throw new Error(await done.text())
    return this.openTask(instance)
  }

  private async openTask(instance: string): Promise<string> {
    const auditor = await this.as('gu-xingzhi')
    const { openTasks } = await auditor.json<{ openTasks: { userTaskKey: string }[] }>(
      'GET',
      `/process-instances/${instance}`,
    )
    return openTasks[0]!.userTaskKey
  }

  /** The bodies of all entries, as they stand in the journal. */
  readonly journal = () => this.office.app.house.db.reader.prepare('SELECT body FROM journal').pluck().all() as string[]
}

/** The kinds of what somebody was told. */
export const kinds = (items: Told['items']) => items.map(({ kind }) => kind)

/** Says how somebody wants to be told. */
export const choose = (who: Visitor, mail: string, choices: object) =>
  who.request('PUT', '/notification-settings', { mail, choices })
