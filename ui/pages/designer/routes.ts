import type { Route } from '../../routes.ts'

/** The pages of the designer beside the list of procedures and a published version. */
export const designerRoutes: readonly Route[] = [
  {
    path: '/designer/drafts/:id',
    element: 'xf-draft-page',
    permissions: ['administrate', 'audit'],
    isDeep: () => true,
    rail: '/designer',
    words: 'draft',
    load: () => import('./draft-page.ts'),
  },
  {
    path: '/designer/drafts/:id/compare',
    element: 'xf-draft-compare-page',
    permissions: ['administrate', 'audit'],
    isDeep: () => true,
    rail: '/designer',
    words: 'draftProse',
    load: () => import('./compare-page.ts'),
  },
  {
    path: '/designer/:key/versions/:range',
    element: 'xf-versions-page',
    permissions: ['administrate', 'audit'],
    isDeep: () => true,
    rail: '/designer',
    words: 'draftProse',
    load: () => import('./versions-page.ts'),
  },
  {
    path: '/designer/:key/migration',
    element: 'xf-migration-page',
    permissions: ['administrate', 'audit'],
    rail: '/designer',
    words: 'migrations',
    load: () => import('./migration-page.ts'),
  },
]
