/** What kinds of tasks have in common as far as the verbs on them go. */
export type KindGroup =
  | 'review'
  | 'decision'
  | 'enforcement'
  | 'duty'
  | 'certificate'
  | 'between'
  | 'internal'
  | 'unstated'

const members: Readonly<Record<Exclude<KindGroup, 'unstated'>, readonly string[]>> = {
  review: ['legal-review-first', 'legal-review-second', 'legal-review-reconcile', 'legal-review-re'],
  decision: [
    ...['leader-decision', 'case-decision', 'dispute-coordination', 'jurisdiction-designation'],
    ...['certificate-approval', 'whistle-approval', 'handler-reassignment'],
  ],
  enforcement: ['case-handling', 'on-site-act', 'inspection', 'coercion', 'coercion-execution', 'case-filing'],
  duty: ['hearing-host', 'fine-entry', 'file-review', 'supervision'],
  certificate: [
    ...['certificate-application', 'certificate-review', 'certificate-exam', 'certificate-issue'],
    'certificate-cleanup',
  ],
  between: [
    ...['transfer-informing', 'transfer-preparing', 'transfer-sending', 'transfer-receiving', 'transfer-returned'],
    ...['transfer-handover', 'transfer-feedback', 'dispute-negotiation', 'dispute-application', 'dispute-answer'],
    ...['designation-record', 'whistle-draft', 'whistle-contact', 'whistle-arrival', 'whistle-handling'],
    'whistle-evaluation',
  ],
  internal: ['internal'],
}

const groupOfKind = new Map(
  Object.entries(members).flatMap(([group, kinds]) => kinds.map(kind => [kind, group as KindGroup] as const)),
)

/** The group of a kind; a kind that nobody stated, or that the product does not know, is `unstated`. */
export function groupOf(kind: string | undefined): KindGroup {
  return (kind !== undefined && groupOfKind.get(kind)) || 'unstated'
}
