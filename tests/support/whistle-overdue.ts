/** Flows of a whistle that are taken only when a limit runs out, or when more time is asked for. */
export const overdueFlows: readonly string[] = [
  ...['approve-feedback-ext--x-extend', 'arrive-overdue--escalate-arrive', 'branch-closed-unsigned--close-unsigned'],
  ...['close-unsigned--end-unsigned', 'count-breach--escalate-feedback', 'default-scores--write-evaluation'],
  ...['escalate-arrive--urge-supervision', 'escalate-feedback--end-breach', 'escalate-sign--end-sign-escalated'],
  ...['evaluate-overdue--default-scores', 'extend-feedback--end-extended', 'extension-refused--end-extension-refused'],
  ...['extension-requested--approve-feedback-ext', 'feedback-overdue--count-breach'],
  ...['feedback-overdue-again--count-breach', 'sign-escalated--supervise-unsigned', 'sign-overdue--escalate-sign'],
  ...['supervise-unsigned--x-office', 'urge-supervision--end-arrive-escalated', 'x-extend--end-not-extended'],
  ...['x-extend--extend-feedback', 'x-office--end-urged', 'x-office--publish-branch-closed'],
]
