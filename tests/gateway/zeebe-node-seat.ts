import type { ZBClient } from 'zeebe-node'
import { discountTable, processes } from './processes.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

/** A program with the public client, in front of a house in which the diagrams of these tests are deployed. */
export interface Seat {
  office: ZeebeOffice
  client: ZBClient
  deploy(name: string, xml: string): Promise<{ deployments: { process: object }[] }>
  start(bpmnProcessId: string, variables?: Record<string, unknown>): ReturnType<ZBClient['createProcessInstance']>
  /** The first job of a type, as a worker of the client gets it; the worker leaves it open. */
  lease(taskType: string, options?: { timeout?: number; fetchVariable?: string[] }): Promise<Job>
  /** Whether an instance runs, and how it ended. */
  stateOf(processInstanceKey: string): string | undefined
  /** The open incident of an instance. */
  incidentOf(processInstanceKey: string): string
}

export interface Job {
  key: string
  processInstanceKey: string
  variables: Record<string, unknown>
  elementInstanceKey: string
  retries: number
  worker: string
  customHeaders: Record<string, string>
}

export async function takeSeat(): Promise<Seat> {
  const office = await openZeebeOffice()
  const { instances, incidents } = office.app.house
  const client = office.client()
  const seat: Seat = {
    office,
    client,
    deploy: (name, xml) => client.deployResource({ name: `${name}.bpmn`, process: Buffer.from(xml) }),
    start: (bpmnProcessId, variables = {}) =>
      client.createProcessInstance({ bpmnProcessId, variables: variables as never }),
    lease: (taskType, options = {}) => lease(client, taskType, options),
    stateOf: key => instances.find(key)?.state,
    incidentOf: key => incidents.ofInstance(key).find(({ resolvedAt }) => resolvedAt === null)!.incidentKey,
  }
  for (const [name, xml] of Object.entries(processes)) if (name !== 'broken') await seat.deploy(name, xml)
  await client.deployResource({ name: 'prices.dmn', decision: Buffer.from(discountTable) })
  return seat
}

async function lease(client: ZBClient, taskType: string, options: object): Promise<Job> {
  let got: (job: Job) => void = () => {}
  const first = new Promise<Job>(resolve => {
    got = resolve
  })
  const worker = client.createWorker({
    taskType,
    maxJobsToActivate: 1,
    ...options,
    taskHandler: job => {
      got(job as unknown as Job)
      return job.forward()
    },
  })
  const job = await first
  await worker.close(0)
  return job
}
