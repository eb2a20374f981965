import { ConfigError } from '../../config.ts'
import { createRestGateway, Gateway, openGrpcGateway } from '../../engine/gateway/index.ts'
import { createClients } from '../../identity/clients.ts'
import { clientAddress } from '../client-address.ts'
import type { House } from '../house.ts'
import type { ClientProfile } from './admit-client.ts'
import { createClientGate } from './client-gate.ts'

/** The doors through which Zeebe clients come in. */
export interface ZeebeDoor {
  /** REST v2, to be mounted beside our own API. */
  routes: ReturnType<typeof createRestGateway>
  /** Listens for gRPC; returns the port. */
  open(protoFolder: string): Promise<number>
  close(): Promise<void>
}

/**
 * Puts the protocols before the gate.
 * @param address the setting ZEEBE_GATEWAY
 * @throws ConfigError for the demo profile on an office's database
 */
export function createZeebeDoor(house: House, address: string): ZeebeDoor {
  const profile = profileOf(house)
  const onError = (error: unknown) => house.log.error({ err: error }, 'a call of a Zeebe client failed')
  const gateway = new Gateway(createClientGate(house, profile), address, onError)
  // Who stops does not wait for those who wait for something else.
  house.closing.signal.addEventListener('abort', () => gateway.close(), { once: true })
  let listening: { port: number; close(): Promise<void> } | undefined
  return {
    routes: createRestGateway({ gateway, addressOf: clientAddress, onError }),
    async open(protoFolder) {
      await journalOpening(house, profile, address)
      listening = await openGrpcGateway({ gateway, address, protoFolder, onError }).catch((error: Error) => {
        throw new ConfigError(`ZEEBE_GATEWAY: cannot listen at '${address}': ${error.message}`)
      })
      return listening.port
    },
    async close() {
      gateway.close()
      await listening?.close()
    },
  }
}

/** A demonstration's doors are open; an office's never become so by a setting. */
function profileOf({ config, isDemo }: House): ClientProfile {
  const { ZEEBE_PROFILE: wanted, DATA_DIR } = config
  if (wanted === 'demo' && !isDemo)
    throw new ConfigError(`ZEEBE_PROFILE: found 'demo', but the database in '${DATA_DIR}' is a real office`)
  return wanted ?? (isDemo ? 'demo' : 'office')
}

/** Who may come in as what belongs into the journal, as every appointment does. */
async function journalOpening(house: House, profile: ClientProfile, address: string): Promise<void> {
  const clients = createClients(house.config.ZEEBE_CLIENTS).all.map(({ id, appointments }) => ({
    id,
    roles: appointments.map(({ role, org }) => `${role}@${org}`),
  }))
  const act = {
    kind: 'security' as const,
    verb: 'gateway.open',
    actor: { kind: 'system' as const, id: 'house', via: 'engine' },
    at: house.clock.now(),
    payload: { address, profile, clients },
  }
  await house.engine.submit({ act, commands: [] })
}
