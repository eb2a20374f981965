import type { Permission } from '../../api-types.ts'
import type { Route } from '../../routes.ts'

const everybody: readonly Permission[] = ['work', 'audit', 'operate', 'administrate', 'certify']

/** The office's master data: what it enforces, with whom, and its own parameters. */
export const catalogueRoutes: readonly Route[] = [
  {
    path: '/catalogue',
    words: 'catalogue',
    element: 'xf-catalogue-page',
    permissions: everybody,
    rail: '/catalogue',
    load: () => import('./catalogue-page.ts'),
  },
  {
    path: '/catalogue/:register/:id',
    words: 'catalogue',
    element: 'xf-catalogue-row-page',
    permissions: everybody,
    rail: '/catalogue',
    load: () => import('./catalogue-row-page.ts'),
  },
  {
    path: '/office-parameters',
    words: 'catalogue',
    element: 'xf-office-parameters-page',
    permissions: ['administrate', 'audit'],
    rail: '/limits',
    load: () => import('../office-parameters/office-parameters-page.ts'),
  },
]
