import { z } from '@hono/zod-openapi'
import { objectionToSuspending } from '../../policies/index.ts'
import { suspensionGrounds } from '../../registers/case-suspensions.ts'
import { isInLineOfCase } from '../acts/case-office.ts'
import { policyPerson } from '../caller.ts'
import { withCitations } from '../citations.ts'
import { idempotentCaller, routes } from '../environment.ts'
import { listOf } from '../listed-registers/listed-register.ts'
import { describeObjection, Problem, say } from '../problem.ts'
import { done, json, jsonBody, Key, route } from '../route.ts'
import { paging } from '../schemas/page.ts'
import { RegisterHistorySchema } from '../schemas/register.ts'
import { readsEverything } from '../visibility.ts'
import { requireVisibleCase } from './case-limits.ts'
import { escalationHistory } from './escalation-history.ts'
import { excludePeriod } from './exclude-period.ts'
import { extendTaskLimit } from './extend-limit.ts'
import { escalationJson, provisionalLimitsJson, suspensionJson } from './limit-answers.ts'
import { escalations } from './listed.ts'
import { isAddressedTo, noteEscalation } from './note-escalation.ts'
import {
  EscalationsSchema,
  ExclusionBody,
  ExtensionBody,
  NoteBody,
  ProvisionalLimitsSchema,
  ResumptionBody,
  SuspensionBody,
  SuspensionsSchema,
} from './schemas.ts'
import { resumeCase, suspendCase } from './suspend-case.ts'

const taskParams = z.object({ userTaskKey: Key })
const caseParams = z.object({ caseNo: z.string().min(1).max(100) })
const escalationParams = z.object({ seq: z.string().regex(/^\d{1,15}$/, 'expected the number of an entry') })
/** A day of the office, or an instant, as UTC ms. */
const momentOf = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00:00+08:00` : text)
const optionalMoment = (text: string | undefined) => (text === undefined ? undefined : momentOf(text))

/** What people do to limits: make them longer, leave periods out, let them stand still, take note of their end. */
export const limitRoutes = routes()
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/limit-extension',
      summary: 'Make the limit of a task longer, as its rule allows',
      request: { params: taskParams, body: jsonBody(ExtensionBody) },
      responses: { 204: done },
    }),
    async c => {
      const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
      await extendTaskLimit(c.var.house, await idempotentCaller(c), asked)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/user-tasks/{userTaskKey}/limit-exclusions',
      summary: 'Leave a period out of the limits of a task, as the law of its field allows',
      request: { params: taskParams, body: jsonBody(ExclusionBody) },
      responses: { 204: done },
    }),
    async c => {
      const exclusion = { ...c.req.valid('param'), ...c.req.valid('json') }
      await excludePeriod(c.var.house, await idempotentCaller(c), exclusion)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/cases/{caseNo}/suspensions',
      summary: 'When a case stood still and why, and whether I may suspend or resume it',
      request: { params: caseParams },
      responses: { 200: json(SuspensionsSchema, 'Latest first') },
    }),
    c => {
      const { house, caller, language, requestId } = c.var
      const { caseNo } = c.req.valid('param')
      requireVisibleCase(house, caller.person, caseNo)
      const objection = objectionToSuspending(policyPerson(caller.person), isInLineOfCase(house, caseNo))
      const may = objection
        ? {
            permitted: false,
            refusal: withCitations(house, describeObjection(objection, language, requestId), language),
          }
        : { permitted: true }
      const isSuspended = house.suspensions.isSuspended(caseNo)
      const answer = {
        items: house.suspensions.ofCase(caseNo).map(each => suspensionJson(house, each, language)),
        isSuspended,
        canSuspend: isSuspended ? { permitted: false } : may,
        canResume: isSuspended ? may : { permitted: false },
        grounds: suspensionGrounds.map(value => ({ value, name: say(`suspension.${value}`, {}, language) })),
      }
      return c.json(answer, 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/cases/{caseNo}/suspensions',
      summary: 'Suspend a case: its limits stand still and nobody works on it',
      request: { params: caseParams, body: jsonBody(SuspensionBody) },
      responses: { 204: done },
    }),
    async c => {
      const { from, ...asked } = c.req.valid('json')
      const { caseNo } = c.req.valid('param')
      await suspendCase(c.var.house, await idempotentCaller(c), caseNo, { ...asked, fromAt: optionalMoment(from) })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/cases/{caseNo}/resumption',
      summary: 'Resume a case: its limits are counted again without the time it stood still',
      request: { params: caseParams, body: jsonBody(ResumptionBody) },
      responses: { 204: done },
    }),
    async c => {
      const { at, ...asked } = c.req.valid('json')
      const { caseNo } = c.req.valid('param')
      await resumeCase(c.var.house, await idempotentCaller(c), caseNo, { ...asked, at: optionalMoment(at) })
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/escalations',
      summary: 'What went up to my offices because a limit was over; for auditors and operators, all of it',
      request: { query: escalations.filter.extend(paging) },
      responses: { 200: json(EscalationsSchema, 'Newest first') },
    }),
    async c => c.json(await listOf(c, escalations, c.req.valid('query')), 200),
  )
  .openapi(
    route({
      method: 'get',
      path: '/escalations/{seq}/history',
      summary: 'What became of something that went up; of those it went to, auditors and operators',
      request: { params: escalationParams },
      responses: { 200: json(RegisterHistorySchema, 'Newest first') },
    }),
    async c => {
      const { house, caller, language } = c.var
      const { person } = caller
      const found = house.escalations.find(Number(c.req.valid('param').seq))
      if (!found || !(readsEverything(person) || isAddressedTo(house, person, found)))
        throw new Problem('resource.not-found')
      const shown = await escalationJson(house, found, { person, language })
      return c.json(await escalationHistory(house, found, shown, language), 200)
    },
  )
  .openapi(
    route({
      method: 'post',
      path: '/escalations/{seq}/note',
      summary: 'Take note of an escalation',
      request: { params: escalationParams, body: jsonBody(NoteBody) },
      responses: { 204: done },
    }),
    async c => {
      const { note } = c.req.valid('json')
      await noteEscalation(c.var.house, await idempotentCaller(c), Number(c.req.valid('param').seq), note || null)
      return c.body(null, 204)
    },
  )
  .openapi(
    route({
      method: 'get',
      path: '/provisional-limits',
      summary: 'Limits that run into a year nobody announced yet',
      responses: { 200: json(ProvisionalLimitsSchema, 'Soonest first') },
    }),
    async c => {
      const { house, caller, language } = c.var
      if (!readsEverything(caller.person)) throw new Problem('permission.missing', { permission: 'permission.operate' })
      return c.json(await provisionalLimitsJson(house, language), 200)
    },
  )
