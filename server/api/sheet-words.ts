/** What the doors say about tasks that two persons sign. */
export const sheetProblems = {
  'sheet.none': {
    status: 409,
    zh: '没有等待副署的内容，可能已经撤回或者退回',
    en: 'Nothing waits for a second signature; it may have been taken back',
  },
  'sheet.awaiting': {
    status: 409,
    zh: '{signer}已经提交，正等待副署；要改先撤回',
    en: '{signer} has signed and a second signature is awaited; take it back before changing it',
  },
  'sheet.changed': {
    status: 409,
    zh: '内容已经重新提交，请看过新的内容再签',
    en: 'It was signed anew; look at it before you sign',
  },
  'sheet.not-yours': { status: 403, zh: '只有提交人可以撤回', en: 'Only who signed can take it back' },
  'sheet.no-cosigners': {
    status: 409,
    zh: '流程图没有写明由谁副署，请找流程管理员',
    en: 'The diagram does not say who signs second; ask an administrator',
  },
} as const
