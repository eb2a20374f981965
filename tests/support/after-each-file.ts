import { afterAll } from 'vitest'
import { closeOffice } from './office-of-file.ts'
import { forgetWalked } from './procedure.ts'

// Runs in every file of procedures, though they load their modules once.
afterAll(async () => {
  forgetWalked()
  await closeOffice()
})
