/** Kinds of bodies as the organisation of street-level enforcement knows them. */
export const ORGANISATION_KINDS = [
  ...['government', 'leading-group', 'subdistrict', 'enforcement-centre', 'public-management-office'],
  ...['finance', 'justice-office', 'empowering-department', 'department', 'judicial', 'superior', 'house'],
] as const
