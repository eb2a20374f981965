import { routes } from '../environment.ts'
import { bundleRoutes } from './bundle-routes.ts'
import { draftEditingRoutes, draftRoutes, draftSaveRoutes } from './draft-routes.ts'
import { draftReviewRoutes } from './review-routes.ts'
import { versionRoutes } from './version-routes.ts'

/** Everything about drafts of procedures and their way into force. */
export const processDraftRoutes = routes()
  .route('/', bundleRoutes)
  .route('/', draftRoutes)
  .route('/', draftEditingRoutes)
  .route('/', draftSaveRoutes)
  .route('/', draftReviewRoutes)
  .route('/', versionRoutes)
