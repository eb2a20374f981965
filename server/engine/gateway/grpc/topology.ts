import { GATEWAY_VERSION } from '../gateway.ts'
import { placeOf } from '../place.ts'
import type { UnaryCall } from './call.ts'

/** The cluster as clients expect one: a single broker with one partition that it leads. */
export const topologyCalls = {
  Topology: (async ({ gateway }) => {
    const { host, port } = placeOf(gateway.address)
    const partition = { partitionId: 1, role: 'LEADER', health: 'HEALTHY' }
    return {
      brokers: [{ nodeId: 0, host, port, partitions: [partition], version: GATEWAY_VERSION }],
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: GATEWAY_VERSION,
    }
  }) satisfies UnaryCall<object>,
}
