/** Asks for the files of a procedure and publishes them; resolves to whether they were. */
export async function openDeploy(): Promise<boolean> {
  const [{ askDialog }, { DeployDialog }] = await Promise.all([
    import('../dialog-element.ts'),
    import('./deploy-dialog.ts'),
  ])
  return (await askDialog(new DeployDialog())) ?? false
}
