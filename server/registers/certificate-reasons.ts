/** Why a certificate is cancelled, suspended, withdrawn or given back; the decision table `cert-disposal` says which. */
export const CERTIFICATE_REASONS = [
  ...(['retire', 'transferOut', 'postChange', 'resign', 'dismiss', 'death', 'orgAbolished', 'expire'] as const),
  ...(['underInvestigation', 'trainingShort', 'assessmentFail', 'misuseMinor'] as const),
  ...(['illegalEnforcement', 'forgeOrLend', 'disciplinaryRemoval', 'notQualifiedAtIssue'] as const),
  'suspensionEnded',
] as const
