import approvalTask from '../../../workflows/shared/element-templates/approval-task.json'
import archive from '../../../workflows/shared/element-templates/archive.json'
import jointSignature from '../../../workflows/shared/element-templates/joint-signature.json'
import legalReviewTask from '../../../workflows/shared/element-templates/legal-review-task.json'
import limitOverdue from '../../../workflows/shared/element-templates/limit-overdue.json'
import notify from '../../../workflows/shared/element-templates/notify.json'
import twoOfficersTask from '../../../workflows/shared/element-templates/two-officers-task.json'
import whistleDepartments from '../../../workflows/shared/element-templates/whistle-departments.json'

/** The tasks of the trade that the modeler offers, in the order of its menus. */
export const elementTemplates: readonly { id: string; name: string }[] = [
  legalReviewTask,
  approvalTask,
  twoOfficersTask,
  jointSignature,
  whistleDepartments,
  limitOverdue,
  notify,
  archive,
]
