import type { App } from '../../server/app.ts'
import { signatureOf } from '../../server/identity/request-signature.ts'
import type { Happening, PeopleAtWork } from './people-at-work.ts'
import type { Step } from './review.ts'

/** A program that may hand matters in, and what it handed in; all invented. */
export interface HandingIn {
  clientId: string
  name: string
  source: 'hotline12345' | 'cityPlatform'
  letInAt: Step['at']
  matters: readonly (Matter & { at: Step['at'] })[]
}

interface Matter {
  sourceId: string
  title: string
  problem: string
  place: string
  level?: 'emergency'
  reporter?: { name: string; phone: string }
}

const ADMINISTRATOR = 'fang-yuangui'
const STREET = 'LDJ'
/** The source took it down so long before it handed it in. */
const BEFORE_MS = 25 * 60_000

/** What the hotline and the city's platform handed in for the first street. */
export const handedIn: readonly HandingIn[] = [
  {
    ...{ clientId: 'hotline-12345', name: '武昌区12345热线平台', source: 'hotline12345', letInAt: '2 08:40' },
    matters: [
      {
        ...{ at: '2 10:20', sourceId: '0611', title: '夜市占道影响通行', place: '粮道街中段' },
        problem: '每晚七点以后摊位占满人行道，轮椅无法通过。',
        reporter: { name: '舒望舒', phone: '13900001234' },
      },
      {
        ...{ at: '1 15:35', sourceId: '0702', title: '装修垃圾堆放路口', place: '昙华林路十二号旁' },
        problem: '装修垃圾堆放三天没有清运，遮挡井盖。',
      },
    ],
  },
  {
    ...{ clientId: 'city-operations', name: '市城市运行管理平台', source: 'cityPlatform', letInAt: '2 08:45' },
    matters: [
      {
        ...{ at: '0 08:50', sourceId: '20-3318', title: '沿街广告牌松动', place: '民主路八十八号' },
        problem: '视频巡查发现广告牌一角脱落，有坠落危险。',
        level: 'emergency',
      },
    ],
  },
]

/** What happens when a program is let in and hands its matters in, signed as a program signs them. */
export function handingsIn(
  app: App,
  people: PeopleAtWork,
  instantOf: (at: Step['at']) => number,
  { letInAt, matters, ...client }: HandingIn,
): Happening[] {
  let secret = ''
  const letIn: Happening = {
    instant: instantOf(letInAt),
    prepare: () => people.desk(ADMINISTRATOR),
    async happen() {
      const desk = await people.desk(ADMINISTRATOR)
      secret = (await desk.send<{ secret: string }>('POST', '/intake-clients', client))?.secret ?? ''
    },
  }
  return [
    letIn,
    ...matters.map(({ at, ...matter }) => handingIn(app, instantOf(at), client.clientId, matter, () => secret)),
  ]
}

function handingIn(app: App, instant: number, clientId: string, matter: Matter, secret: () => string): Happening {
  return {
    instant,
    prepare: async () => {},
    async happen() {
      // Of today's it may be too early still: then it happens now.
      const takenDownAt = Math.min(instant, app.clock.now()) - BEFORE_MS
      const body = JSON.stringify({ ...matter, org: STREET, receivedAt: new Date(takenDownAt).toISOString() })
      const timestamp = String(Math.floor(app.clock.now() / 1000))
      const headers = {
        ...{ 'content-type': 'application/json', 'x-xunfa-client': clientId, 'x-xunfa-timestamp': timestamp },
        'x-xunfa-signature': `sha256=${signatureOf(secret(), timestamp, Buffer.from(body))}`,
      }
      const answer = await app.request('/api/intake', { method: 'POST', body, headers })
      if (answer.status !== 201)
        throw new Error(`Expected the matter to be taken, found ${answer.status}: ${await answer.text()}`)
    },
  }
}
