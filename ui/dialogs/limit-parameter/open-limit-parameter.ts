import type { LimitParameter } from '../../api-types.ts'

/** Asks what a limit is to be from now on; resolves to whether it was changed. */
export async function openLimitParameter(parameter: LimitParameter): Promise<boolean> {
  const [{ askDialog }, { LimitParameterDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./limit-parameter-dialog.ts'),
  ])
  const dialog = new LimitParameterDialog()
  dialog.parameter = parameter
  const answer = await askDialog(dialog)
  if (answer === undefined || answer === 'saved') return answer === 'saved'
  const { openExclusionRule, openExtensionRule } = await import('./open-limit-rules.ts')
  return answer === 'extension' ? openExtensionRule(parameter) : openExclusionRule(parameter, answer.exclusion)
}
