import type { Permission } from './api-types.ts'
import { catalogueRoutes } from './pages/catalogue/routes.ts'
import { designerRoutes } from './pages/designer/routes.ts'
import type { LateWords } from './words/late.ts'

/** A page: its path, its element, who may open it, and the module that is loaded when it is first visited. */
export interface Route {
  path: string
  element: string
  /** Any of these opens it; without them everybody signed in may. */
  permissions?: readonly Permission[]
  /** On a phone it takes the whole screen: there is a way back in it. */
  isDeep?: (query: URLSearchParams) => boolean
  /** Which entry of the rail it belongs to. */
  rail?: string
  /** Words that come with it. */
  words?: LateWords
  load: () => Promise<unknown>
}

const staff: readonly Permission[] = ['work']
const caseReaders: readonly Permission[] = ['work', 'audit', 'supervise']
const keepers: readonly Permission[] = ['administrate', 'certify', 'audit']
const readers: readonly Permission[] = ['work', 'audit', 'operate', 'administrate']
const everybody: readonly Permission[] = [...readers, 'certify']

/** A register with an entry of its own in the rail. */
function registerPage(name: string, load: Route['load'], words?: LateWords): Route {
  const path = `/${name}`
  return { path, element: `xf-${name}-page`, permissions: caseReaders, rail: path, load, ...(words && { words }) }
}

/** Every page of the product. */
export const routes: readonly Route[] = [
  {
    path: '/inbox',
    element: 'xf-inbox-page',
    isDeep: query => query.has('task'),
    permissions: staff,
    rail: '/inbox',
    load: () => import('./pages/inbox/inbox-page.ts'),
  },
  {
    path: '/tasks/:key',
    element: 'xf-task-page',
    isDeep: () => true,
    permissions: readers,
    rail: '/inbox',
    load: () => import('./pages/task/task-page.ts'),
  },
  {
    path: '/start',
    element: 'xf-start-page',
    permissions: staff,
    rail: '/start',
    load: () => import('./pages/start/start-page.ts'),
  },
  {
    path: '/start/:key',
    element: 'xf-start-form-page',
    permissions: staff,
    rail: '/start',
    load: () => import('./pages/start/start-form-page.ts'),
  },
  {
    path: '/notifications',
    element: 'xf-notifications-page',
    load: () => import('./pages/notifications/notifications-page.ts'),
  },
  {
    path: '/intake',
    words: 'intake',
    element: 'xf-intake-page',
    permissions: ['work', 'audit', 'supervise', 'administrate'],
    rail: '/intake',
    load: () => import('./pages/intake/intake-page.ts'),
  },
  {
    path: '/outbox',
    words: 'outbox',
    element: 'xf-outbox-page',
    permissions: ['operate', 'audit', 'administrate'],
    rail: '/outbox',
    load: () => import('./pages/outbox/outbox-page.ts'),
  },
  {
    path: '/instances',
    element: 'xf-instances-page',
    permissions: readers,
    rail: '/instances',
    load: () => import('./pages/instances/instances-page.ts'),
  },
  {
    path: '/instances/:key',
    element: 'xf-instance-page',
    permissions: readers,
    rail: '/instances',
    load: () => import('./pages/instance/instance-page.ts'),
  },
  {
    path: '/escalations',
    words: 'escalations',
    element: 'xf-escalations-page',
    permissions: ['work', 'audit', 'operate'],
    rail: '/escalations',
    load: () => import('./pages/escalations/escalations-page.ts'),
  },
  {
    path: '/supervised',
    element: 'xf-supervised-page',
    permissions: ['audit', 'supervise'],
    rail: '/supervised',
    load: () => import('./pages/supervised/supervised-page.ts'),
  },
  {
    path: '/cases',
    element: 'xf-cases-page',
    permissions: caseReaders,
    rail: '/cases',
    load: () => import('./pages/cases/cases-page.ts'),
  },
  {
    path: '/cases/new',
    element: 'xf-new-case-page',
    permissions: staff,
    rail: '/cases',
    load: () => import('./pages/cases/new-case-page.ts'),
  },
  {
    path: '/cases/:caseNo',
    element: 'xf-case-page',
    permissions: caseReaders,
    rail: '/cases',
    load: () => import('./pages/cases/case-page.ts'),
  },
  { ...registerPage('parties', () => import('./pages/parties/parties-page.ts')), rail: '/cases' },
  {
    path: '/parties/:id',
    element: 'xf-party-page',
    permissions: caseReaders,
    rail: '/cases',
    load: () => import('./pages/parties/party-page.ts'),
  },
  { ...registerPage('reviews', () => import('./pages/reviews/reviews-page.ts')), rail: '/cases' },
  registerPage('whistles', () => import('./pages/whistles/whistles-page.ts'), 'whistles'),
  registerPage('transfers', () => import('./pages/transfers/transfers-page.ts'), 'cooperation'),
  registerPage('preserved-goods', () => import('./pages/preserved-goods/preserved-goods-page.ts'), 'preservedGoods'),
  registerPage('evidence-defects', () => import('./pages/evidence-defects/evidence-defects-page.ts')),
  {
    ...registerPage('guarded-acts', () => import('./pages/guarded-acts/guarded-acts-page.ts'), 'lawfulness'),
    permissions: ['audit'],
    rail: '/supervised',
  },
  {
    ...registerPage('absences', () => import('./pages/absences/absences-page.ts'), 'absences'),
    permissions: ['work', 'administrate', 'audit'],
  },
  {
    path: '/incidents',
    element: 'xf-incidents-page',
    permissions: ['operate'],
    rail: '/incidents',
    load: () => import('./pages/incidents/incidents-page.ts'),
  },
  {
    path: '/designer',
    element: 'xf-designer-page',
    permissions: ['administrate', 'audit'],
    words: 'draftReview',
    rail: '/designer',
    load: () => import('./pages/designer/designer-page.ts'),
  },
  ...designerRoutes,
  {
    path: '/designer/:key',
    words: 'draftReview',
    element: 'xf-definition-page',
    permissions: ['administrate', 'audit'],
    rail: '/designer',
    load: () => import('./pages/designer/definition-page.ts'),
  },
  {
    path: '/people',
    element: 'xf-people-page',
    permissions: keepers,
    rail: '/people',
    load: () => import('./pages/people/people-page.ts'),
  },
  {
    path: '/people/:id',
    element: 'xf-person-page',
    permissions: [...keepers, 'work'],
    rail: '/people',
    load: () => import('./pages/people/person-page.ts'),
  },
  {
    path: '/accounts',
    element: 'xf-accounts-page',
    permissions: ['administrate', 'audit'],
    rail: '/accounts',
    load: () => import('./pages/accounts/accounts-page.ts'),
  },
  {
    path: '/organisations',
    element: 'xf-organisations-page',
    permissions: ['administrate', 'audit'],
    rail: '/organisations',
    load: () => import('./pages/organisations/organisations-page.ts'),
  },
  {
    path: '/certificates',
    element: 'xf-certificates-page',
    permissions: keepers,
    rail: '/certificates',
    load: () => import('./pages/certificates/certificates-page.ts'),
  },
  {
    path: '/certificate-matters',
    words: 'certificateMatters',
    element: 'xf-certificate-matters-page',
    permissions: keepers,
    rail: '/certificate-matters',
    load: () => import('./pages/certificate-matters/certificate-matters-page.ts'),
  },
  ...catalogueRoutes,
  {
    path: '/limits',
    words: 'catalogue',
    element: 'xf-limits-page',
    permissions: ['administrate', 'audit'],
    rail: '/limits',
    load: () => import('./pages/limits/limits-page.ts'),
  },
  {
    path: '/statutes',
    element: 'xf-statutes-page',
    permissions: everybody,
    rail: '/statutes',
    load: () => import('./pages/statutes/statutes-page.ts'),
  },
  {
    path: '/statutes/:name',
    element: 'xf-statute-page',
    permissions: everybody,
    isDeep: () => true,
    rail: '/statutes',
    load: () => import('./pages/statutes/statute-page.ts'),
  },
  {
    path: '/search',
    element: 'xf-search-page',
    permissions: readers,
    load: () => import('./pages/search/search-page.ts'),
  },
]

/** Values of the `:name` parts of a path. */
export type PathParams = Record<string, string>

/** The route of a path with its parameters, if there is one. */
export function matchRoute(
  pathname: string,
  table: readonly Route[] = routes,
): { route: Route; params: PathParams } | undefined {
  const asked = pathname.split('/').filter(Boolean)
  for (const route of table) {
    const params = paramsOf(route.path.split('/').filter(Boolean), asked)
    if (params) return { route, params }
  }
  return undefined
}

function paramsOf(pattern: readonly string[], asked: readonly string[]): PathParams | undefined {
  if (pattern.length !== asked.length) return undefined
  const params: PathParams = {}
  for (const [index, part] of pattern.entries()) {
    const value = asked[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return undefined
  }
  return params
}
