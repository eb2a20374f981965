/** Registers whose rows a scenario may bring: what an office has before a procedure begins. Parts of cases stand beside them. */
export const GIVEN_REGISTERS: ReadonlySet<string> = new Set([
  ...['organisations', 'organisation-changes', 'persons', 'appointments', 'accounts', 'qualifications'],
  ...['certificates', 'certificate-states', 'staff-register', 'training-hours', 'retirement-ages'],
  ...['enforcement-items', 'empowerment-confirmations', 'duty-lists', 'liaisons', 'office-parameters'],
  ...['cases', 'parties', 'case-officers', 'case-materials', 'recusals', 'case-suspensions'],
  ...['transfers', 'disputes', 'whistles', 'certificate-matters', 'cleanup-batches', 'preserved-goods'],
])
