import type { Incident } from '../../api-types.ts'

/** Asks how an incident is to be resolved; resolves to whether it was. */
export async function openResolve(incident: Incident): Promise<boolean> {
  const [{ askDialog }, { ResolveIncidentDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./resolve-incident-dialog.ts'),
  ])
  const dialog = new ResolveIncidentDialog()
  dialog.incident = incident
  return (await askDialog(dialog)) ?? false
}
