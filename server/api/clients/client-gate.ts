import { CallRefused, type Gate } from '../../engine/gateway/index.ts'
import { tellInstance } from '../../projections/index.ts'
import { openPersonalNames } from '../../registers/personal-names.ts'
import type { House } from '../house.ts'
import { type ClientProfile, clientAdmission } from './admit-client.ts'
import { createReader } from './reader.ts'
import { setClock } from './set-clock.ts'
import { submitCommand } from './submit-command.ts'

/** More acts than this at once are not taken in; the client tries again a moment later. */
const MOST_AT_ONCE = 1000

/** The gate of programs: the one of people (`submit`), with rules for who is no person. */
export function createClientGate(house: House, profile: ClientProfile): Gate {
  const { engineRows: rows } = house
  const personalNames = openPersonalNames(house.db.writer)
  const admitted = clientAdmission(house, profile)
  let atOnce = 0
  return {
    admit(credentials) {
      const client = admitted(credentials)
      return {
        async submit(command) {
          if (atOnce >= MOST_AT_ONCE)
            throw new CallRefused('RESOURCE_EXHAUSTED', 'Reached maximum capacity of requests handled')
          atOnce++
          try {
            return await submitCommand({ house, rows, personalNames, client, command })
          } finally {
            atOnce--
          }
        },
        setClock: instant => setClock(house, client, instant),
        reader: createReader(house, client),
      }
    },
    hasJobs: rows.hasJobs,
    variablesOf(processInstanceKey) {
      const { variables } = tellInstance(processInstanceKey, house.journal.entriesOf(processInstanceKey))
      return Object.fromEntries(
        variables.flatMap(({ scopeKey, name, value }) => (scopeKey === processInstanceKey ? [[name, value]] : [])),
      )
    },
    onCommit: listener => house.engine.onCommit(listener),
  }
}
