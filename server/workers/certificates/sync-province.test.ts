import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { ActivatedJob } from '../../engine/index.ts'
import type { CertificateMatter } from '../../registers/certificate-matters.ts'
import type { ProvinceReport } from '../../registers/province-reports.ts'
import type { WorkerDeed, WorkerTools } from '../worker.ts'
import { openProvinceLine, type ProvinceLine } from './province-line.ts'
import { syncProvince } from './sync-province.ts'

const NOW = Date.parse('2026-11-24T02:00:00Z')
const SECRET = 'a-secret-of-the-province'
const matter = { matterId: 'F-1', kind: 'cancel', certNo: 'E-1', docNo: '1号' } as CertificateMatter
const job = {
  jobKey: '9',
  processInstanceKey: '1',
  elementId: 'sync',
  variables: { bizKey: 'F-1' },
} as unknown as ActivatedJob

let heard: { body: string; headers: Record<string, unknown> }[]
let says: { status: number; body: unknown }
const platform = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    heard.push({ body, headers: request.headers })
    response.writeHead(says.status, { 'content-type': 'application/json' }).end(JSON.stringify(says.body))
  })
})
const listening = new Promise<Server>(resolve => platform.listen(0, '127.0.0.1', () => resolve(platform)))
afterAll(() => void platform.close())

let verbs: string[]
let report: Partial<ProvinceReport> | undefined
beforeEach(() => {
  heard = []
  verbs = []
  report = undefined
})

async function run(line: ProvinceLine | undefined, given: CertificateMatter | undefined = matter) {
  const { port } = (await listening).address() as AddressInfo
  const address = { url: `http://127.0.0.1:${port}/reports`, secret: SECRET }
  const tools = {
    clock: { now: () => NOW },
    province: line ?? openProvinceLine(address, () => NOW),
    registers: { matters: { find: () => given }, provinceReports: { find: () => report } },
    act(_: unknown, { verb, register = [] }: WorkerDeed) {
      verbs.push(verb)
      for (const { register: name, id, value } of register)
        if (name === 'province-reports') report = { attempts: 0, ...report, ...value, reportId: id }
    },
  } as unknown as WorkerTools
  return await syncProvince.handle({ ...job, customHeaders: {} }, tools)
}

test.each([
  ['a receipt', 200, { receiptNo: 'R-7' }, { state: 'answered', receiptNo: 'R-7' }],
  ['a receipt to come', 202, {}, { state: 'sent' }],
  ['a refusal that says so', 200, { accepted: false, reason: '证号不符' }, { state: 'refused', note: '证号不符' }],
  ['a refusal by its status', 422, { reason: '缺文号' }, { state: 'refused', note: '缺文号' }],
])('%s is recorded, and the job is done', async (_, status, body, expected) => {
  says = { status, body }
  await run(undefined)
  expect(verbs).toEqual(['certificate.report', 'certificate.report-sent'])
  expect(report).toMatchObject({ ...expected, attempts: 1, error: null, sentAt: '2026-11-24T02:00:00.000Z' })
  expect(JSON.parse(heard[0]!.body)).toMatchObject({ id: '9', matterId: 'F-1', certNo: 'E-1', kind: 'cancel' })
  expect(heard[0]!.headers['x-xunfa-signature']).toMatch(/^t=1795485600,v1=[0-9a-f]{64}$/)
})

test('what does not get through is recorded and tried again, with the same id, until it does', async () => {
  says = { status: 503, body: null }
  await expect(run(undefined)).rejects.toThrow('The platform answered 503')
  expect(report).toMatchObject({ state: 'failed', attempts: 1, error: 'The platform answered 503' })
  says = { status: 200, body: { receiptNo: 'R-8' } }
  await run(undefined)
  expect(verbs).toEqual(['certificate.report', 'certificate.report-failed', 'certificate.report-sent'])
  expect(report).toMatchObject({ state: 'answered', attempts: 2, receiptNo: 'R-8', error: null })
  expect(new Set(heard.map(({ headers }) => headers['x-xunfa-id']))).toEqual(new Set(['9']))
})

test('without an address it stays on the list of who carries it over', async () => {
  await run(openProvinceLine(undefined, () => NOW))
  expect([verbs, report?.state, heard]).toEqual([['certificate.report'], 'listed', []])
})

test.each(['sent', 'answered', 'refused'] as const)('what is %s is not sent again', async state => {
  report = { reportId: '9', state, attempts: 1 }
  await run(undefined)
  expect([verbs, heard]).toEqual([[], []])
})
