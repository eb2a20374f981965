import { OpenAPIHono } from '@hono/zod-openapi'
import type { createRestGateway } from '../engine/gateway/index.ts'
import { CommandRejected } from '../engine/index.ts'
import { absenceRoutes } from './absences/routes.ts'
import { accountRoutes } from './accounts.ts'
import { bundleCheckRoutes, knownRoutes } from './bundle-check.ts'
import { caseRoutes } from './cases/cases.ts'
import { documentRoutes } from './cases/documents.ts'
import { caseFileRoutes } from './cases/export.ts'
import { partyRoutes } from './cases/parties.ts'
import { reviewRoutes } from './cases/reviews.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { certificateMatterRoutes } from './certificate-matters/routes.ts'
import { certificateRoutes } from './certificates.ts'
import { withCitations } from './citations.ts'
import { cooperationRoutes } from './cooperation/routes.ts'
import { deploymentRoutes } from './deployments.ts'
import { draftRoutes } from './drafts.ts'
import { type Environment, readLanguage } from './environment.ts'
import { evidenceDefectRoutes } from './evidence-defects/routes.ts'
import { fileRoutes } from './files.ts'
import { guardedActRoutes } from './guarded-acts/routes.ts'
import { healthRoutes } from './health.ts'
import type { House } from './house.ts'
import { incidentRoutes } from './incidents.ts'
import { intakeRoutes } from './intake/routes.ts'
import { signedClient } from './intake/signed-client.ts'
import { limitParameterRoutes } from './limit-parameters.ts'
import { limitRoutes } from './limits/routes.ts'
import { listedRegisterRoutes } from './listed-registers/routes.ts'
import { liveRoutes } from './live.ts'
import { maskedAnswers } from './masked-answers.ts'
import { migrationRoutes } from './migrations/routes.ts'
import { notificationRoutes } from './notifications.ts'
import { officeRoutes } from './office.ts'
import { officeParameterRoutes } from './office-parameters.ts'
import { organisationRoutes } from './organisations.ts'
import { outboxRoutes } from './outbox.ts'
import { invitationRoutes, ownPasswordRoutes } from './own-password.ts'
import { peopleRoutes } from './people.ts'
import { personnelRoutes } from './personnel.ts'
import { preservedGoodRoutes } from './preserved-goods/routes.ts'
import { describeProblem, Problem } from './problem.ts'
import { processDefinitionRoutes } from './process-definitions.ts'
import { processDraftRoutes } from './process-drafts/routes.ts'
import { processInstanceRoutes } from './process-instances.ts'
import { provinceReportRoutes } from './province-reports/routes.ts'
import { registerFileRoutes } from './register-files/routes.ts'
import { rehearsalRoutes } from './rehearsals/routes.ts'
import { requestRoutes } from './requests.ts'
import { sessionRoutes } from './session.ts'
import { setUpRoutes } from './set-up.ts'
import { sheetRoutes } from './sheets.ts'
import {
  FRAMED_EDITORS,
  framedEditorHeaders,
  headers,
  limitBody,
  neverStored,
  sameOriginOnly,
  unreadClosed,
  uploadHeaders,
} from './shield.ts'
import { inOffice } from './sign-in.ts'
import { staticPages } from './static.ts'
import { statuteRoutes } from './statutes.ts'
import { unmannedTaskRoutes } from './unmanned/routes.ts'
import { userTaskRoutes } from './user-tasks.ts'
import { version } from './version.ts'
import { webhookRoutes } from './webhooks.ts'
import { whistleRoutes } from './whistles/routes.ts'

/** Routes that anybody may ask. */
function openRoutes() {
  return new OpenAPIHono<Environment>()
    .route('/', healthRoutes)
    .route('/', officeRoutes)
    .route('/', setUpRoutes)
    .route('/', invitationRoutes)
    .route('/', sessionRoutes)
}

/** Routes behind the sign-in. */
function signedInRoutes() {
  return new OpenAPIHono<Environment>()
    .route('/', userTaskRoutes)
    .route('/', draftRoutes)
    .route('/', sheetRoutes)
    .route('/', evidenceDefectRoutes)
    .route('/', guardedActRoutes)
    .route('/', absenceRoutes)
    .route('/', notificationRoutes)
    .route('/', outboxRoutes)
    .route('/', webhookRoutes)
    .route('/', fileRoutes)
    .route('/', knownRoutes)
    .route('/', processDefinitionRoutes)
    .route('/', deploymentRoutes)
    .route('/', migrationRoutes)
    .route('/', bundleCheckRoutes)
    .route('/', processDraftRoutes)
    .route('/', processInstanceRoutes)
    .route('/', requestRoutes)
    .route('/', incidentRoutes)
    .route('/', unmannedTaskRoutes)
    .route('/', peopleRoutes)
    .route('/', ownPasswordRoutes)
    .route('/', accountRoutes)
    .route('/', personnelRoutes)
    .route('/', organisationRoutes)
    .route('/', certificateRoutes)
    .route('/', certificateMatterRoutes)
    .route('/', provinceReportRoutes)
    .route('/', preservedGoodRoutes)
    .route('/', caseRoutes)
    .route('/', partyRoutes)
    .route('/', reviewRoutes)
    .route('/', whistleRoutes)
    .route('/', cooperationRoutes)
    .route('/', listedRegisterRoutes)
    .route('/', caseFileRoutes)
    .route('/', documentRoutes)
    .route('/', registerFileRoutes)
    .route('/', catalogueRoutes)
    .route('/', limitParameterRoutes)
    .route('/', officeParameterRoutes)
    .route('/', limitRoutes)
    .route('/', intakeRoutes)
    .route('/', statuteRoutes)
    .route('/', rehearsalRoutes)
    .route('/', liveRoutes)
}

/** Every route, as one type for the browser's client. */
function allRoutes() {
  return new OpenAPIHono<Environment>().route('/', openRoutes()).route('/', signedInRoutes())
}

/** The typed client of the browser is made from this type: `hc<Api>('/')`. */
export type Api = ReturnType<typeof mounted>

function mounted(api: ReturnType<typeof allRoutes>) {
  return new OpenAPIHono<Environment>().route('/api', api)
}

const OPEN_PATHS = new Set([
  ...['/api/health', '/api/office', '/api/set-up', '/api/invitation', '/api/session'],
  '/api/openapi.json',
  // Signed by a program.
  '/api/intake',
])

/** As much as a message of gRPC may hold. */
const CLIENT_BODY_MAX_KB = 4096

/** Whole procedures are sent there. */
const BUNDLE_PATHS: ReadonlySet<string> = new Set([
  ...['/api/deployments', '/api/process-definitions/check', '/api/process-drafts/import'],
])

/** Routes of Zeebe clients, which have their own words for a no. */
type ZeebeRoutes = ReturnType<typeof createRestGateway>

/** The doors of the house: shield, sign-in, routes, pages, and one place where a no becomes an answer. */
export function createApi(house: House, uiFolder?: string, zeebe?: ZeebeRoutes) {
  const api = new OpenAPIHono<Environment>()
  const { BODY_MAX_KB, UPLOAD_MAX_MB } = house.config
  const limitJson = limitBody(BODY_MAX_KB)
  const limitBundle = limitBody(UPLOAD_MAX_MB * 1024)
  const limitClient = limitBody(CLIENT_BODY_MAX_KB)
  api.use(async (c, next) => {
    c.set('house', house)
    c.set('language', readLanguage(c))
    c.set('requestId', crypto.randomUUID())
    c.header('x-request-id', c.var.requestId)
    await next()
  })
  api.use((c, next) => {
    if (c.req.path.startsWith('/api/files/')) return uploadHeaders(c, next)
    return FRAMED_EDITORS.has(c.req.path) ? framedEditorHeaders(c, next) : headers(c, next)
  })
  for (const path of ['/api/*', '/v2/*']) api.use(path, unreadClosed, neverStored, sameOriginOnly)
  api.use('/api/*', (c, next) => (OPEN_PATHS.has(c.req.path) ? next() : inOffice(c, next)))
  api.use('/api/*', (c, next) => {
    // A file is counted while it streams; nothing else may be large.
    if (c.req.path === '/api/files') return next()
    return BUNDLE_PATHS.has(c.req.path) ? limitBundle(c, next) : limitJson(c, next)
  })
  api.use('/api/intake', signedClient)
  api.use('/api/*', maskedAnswers)
  api.route('/', mounted(allRoutes()))
  if (zeebe) {
    api.use('/v2/*', (c, next) => (c.req.path === '/v2/deployments' ? limitBundle(c, next) : limitClient(c, next)))
    api.route('/v2', zeebe)
  }
  api.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: '循法 Xunfa', version } })
  api.all('/api/*', () => {
    throw new Problem('request.no-such-route')
  })
  if (uiFolder !== undefined) api.route('/', staticPages(uiFolder))
  api.onError((error, c) => {
    const { language, requestId } = c.var
    const problem = withCitations(house, describeProblem(understood(error), language, requestId), language)
    if (problem.status === 500) house.log.error({ err: error, requestId: c.var.requestId }, 'a request failed')
    const { minutes } = error instanceof Problem ? error.params : {}
    if (problem.status === 429) c.header('retry-after', String(Number(minutes ?? 1) * 60))
    return c.json(problem, problem.status as 500, { 'content-type': 'application/problem+json; charset=utf-8' })
  })
  return api
}

/** What the framework throws before a handler is reached. */
function understood(error: Error): Error {
  if (error instanceof Problem || error instanceof CommandRejected) return error
  const { status, message } = error as { status?: number; message: string }
  if (status === 415) return new Problem('request.not-json')
  if (status === undefined || status < 400 || status >= 500) return error
  return new Problem(/JSON/.test(message) ? 'request.broken-json' : 'request.malformed')
}
