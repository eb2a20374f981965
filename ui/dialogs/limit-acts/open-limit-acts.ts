import type { Escalation, Suspensions, TaskDetail } from '../../api-types.ts'

const shown = async <Dialog extends { closed: Promise<boolean | undefined> }>(
  make: () => Promise<Dialog>,
): Promise<boolean> => {
  const [{ askDialog }, dialog] = await Promise.all([import('../dialog-element.ts'), make()])
  return (await askDialog(dialog as never)) ?? false
}

/** Asks why the limit of a task is made longer; resolves to whether it was. */
export const openExtension = (task: TaskDetail): Promise<boolean> =>
  shown(async () => {
    const { ExtensionDialog } = await import('./extension-dialog.ts')
    return Object.assign(new ExtensionDialog(), { task })
  })

/** Asks which period is left out of the limits of a task; resolves to whether one was. */
export const openExclusion = (task: TaskDetail): Promise<boolean> =>
  shown(async () => {
    const { ExclusionDialog } = await import('./exclusion-dialog.ts')
    return Object.assign(new ExclusionDialog(), { task })
  })

/** Suspends a case, or resumes it if it stands still; resolves to whether that was done. */
export const openSuspension = (caseNo: string, suspensions: Suspensions): Promise<boolean> =>
  shown(async () => {
    const { SuspensionDialog } = await import('./suspension-dialog.ts')
    return Object.assign(new SuspensionDialog(), { caseNo, suspensions })
  })

/** Takes note of an escalation; resolves to whether that was done. */
export const openNote = (escalation: Escalation): Promise<boolean> =>
  shown(async () => {
    const { NoteDialog } = await import('./note-dialog.ts')
    return Object.assign(new NoteDialog(), { escalation })
  })
