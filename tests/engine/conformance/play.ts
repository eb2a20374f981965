import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActivatedJob, Command, CommandResult, Segment } from '../../../server/engine/index.ts'
import { CommandRejected } from '../../../server/engine/index.ts'
import { Notebook } from './notebook.ts'
import type { Scenario, Step, Trace, TraceStep } from './scenario.ts'

/** The engine under test, as a scenario sees it. */
export interface Subject {
  /** One command; answers when nothing is left to do. @throws CommandRejected */
  submit(command: Command): Promise<{ segments: Segment[]; results: CommandResult[] }>
  /** Moves the clock and looks once at what fell due. */
  advance(milliseconds: number): Promise<Segment[]>
}

/** Does a scenario's steps to an engine and writes down what it did, in the recorded form. */
export async function play(scenario: Scenario, subject: Subject): Promise<Trace> {
  const notebook = new Notebook()
  const steps: TraceStep[] = []
  for (const [index, step] of scenario.steps.entries())
    steps.push({
      step: index,
      do: step.do,
      ...(await playStep(scenario, index, step, subject, notebook)),
    })
  notebook.nameRoots()
  return { steps, records: notebook.records, final: notebook.final() }
}

async function playStep(
  scenario: Scenario,
  index: number,
  step: Step,
  subject: Subject,
  notebook: Notebook,
): Promise<Partial<TraceStep>> {
  if (step.do === 'advance') {
    notebook.note(index, await subject.advance(milliseconds(step.duration)))
    return {}
  }
  const command = commandOf(scenario, step, notebook)
  if (!command) return { noTarget: true }
  try {
    const { segments, results } = await subject.submit(command)
    notebook.note(index, segments, (results[0]?.jobs ?? []) as unknown as ActivatedJob[])
    return {}
  } catch (error) {
    if (!(error instanceof CommandRejected)) throw error
    return { rejection: { type: error.type, reason: error.reason } }
  }
}

/** The step as a command on the port; undefined if its selector finds nothing. */
function commandOf(scenario: Scenario, step: Step, notebook: Notebook): Command | undefined {
  const make = COMMANDS[step.do]
  if (!make) throw new Error(`Step '${step.do}' of ${scenario.name} is not known to the runner`)
  const command = make(step, notebook, scenario)
  return command && (JSON.parse(JSON.stringify(command)) as Command)
}

type Make = (step: Step, notebook: Notebook, scenario: Scenario) => object | undefined

function onJob(make: (jobKey: string, step: Step) => object): Make {
  return (step, notebook) => targeted(notebook.select('JOB', step), key => make(key, step))
}

function onTask(make: (userTaskKey: string, step: Step) => object): Make {
  return (step, notebook) => targeted(notebook.select('USER_TASK', step), key => make(key, step))
}

function targeted(key: string | undefined, make: (key: string) => object): object | undefined {
  return key === undefined ? undefined : make(key)
}

const COMMANDS: Record<string, Make> = {
  deploy: ({ resources = [] }, _, { folder }) => ({
    type: 'DEPLOY_RESOURCES',
    resources: resources.map(resource => {
      const { file, as } = typeof resource === 'string' ? { file: resource, as: resource } : resource
      return { name: as, content: readFileSync(join(folder, file), 'utf8') }
    }),
  }),
  create: ({ processId, version, variables }) => ({
    type: 'CREATE_PROCESS_INSTANCE',
    bpmnProcessId: processId,
    version,
    variables,
  }),
  cancel: ({ instance, key }, notebook) =>
    targeted(key ?? notebook.instance(instance), processInstanceKey => ({
      type: 'CANCEL_PROCESS_INSTANCE',
      processInstanceKey,
    })),
  activateJobs: ({ type, worker = 'w', timeout = 60_000, max = 10, fetchVariables }) => ({
    type: 'ACTIVATE_JOBS',
    ...{
      jobType: type,
      worker,
      timeout: milliseconds(timeout),
      maxJobsToActivate: max,
      fetchVariables,
    },
  }),
  completeJob: onJob((jobKey, { variables }) => ({
    type: 'COMPLETE_JOB',
    jobKey,
    variables,
  })),
  failJob: onJob((jobKey, { retries = 0, backoff, message, variables }) => ({
    type: 'FAIL_JOB',
    ...{
      jobKey,
      retries,
      errorMessage: message,
      variables,
      retryBackOff: backoff === undefined ? undefined : milliseconds(backoff),
    },
  })),
  throwError: onJob((jobKey, { code, message, variables }) => ({
    type: 'THROW_ERROR',
    ...{ jobKey, errorCode: code, errorMessage: message, variables },
  })),
  updateRetries: onJob((jobKey, { retries }) => ({
    type: 'UPDATE_JOB_RETRIES',
    jobKey,
    retries,
  })),
  updateTimeout: onJob((jobKey, { timeout }) => ({
    type: 'UPDATE_JOB_TIMEOUT',
    jobKey,
    timeout: milliseconds(timeout),
  })),
  publishMessage: ({ name, correlationKey, ttl = 0, messageId, variables }) => ({
    type: 'PUBLISH_MESSAGE',
    ...{
      name,
      correlationKey,
      timeToLive: milliseconds(ttl),
      messageId,
      variables,
    },
  }),
  setVariables: (step, notebook) =>
    targeted(
      step.elementId === undefined && step.key === undefined
        ? notebook.instance(step.instance)
        : notebook.select('PROCESS_INSTANCE', step),
      elementInstanceKey => ({
        type: 'SET_VARIABLES',
        elementInstanceKey,
        variables: step.variables,
        local: step.local,
      }),
    ),
  resolveIncident: (step, notebook) =>
    targeted(notebook.select('INCIDENT', step), incidentKey => ({
      type: 'RESOLVE_INCIDENT',
      incidentKey,
    })),
  claimUserTask: onTask((userTaskKey, { assignee, action = 'claim' }) => ({
    type: 'ASSIGN_USER_TASK',
    ...{ userTaskKey, assignee: assignee ?? '', mode: 'claim', action },
  })),
  assignUserTask: onTask((userTaskKey, { assignee, action = 'assign' }) => ({
    type: 'ASSIGN_USER_TASK',
    ...{ userTaskKey, assignee: assignee ?? '', mode: 'assign', action },
  })),
  unassignUserTask: onTask((userTaskKey, { action = 'unassign' }) => ({
    type: 'UNASSIGN_USER_TASK',
    userTaskKey,
    action,
  })),
  updateUserTask: onTask((userTaskKey, { changes, action = 'update' }) => ({
    type: 'UPDATE_USER_TASK',
    userTaskKey,
    changes,
    action,
  })),
  completeUserTask: onTask((userTaskKey, { variables, action = 'complete' }) => ({
    type: 'COMPLETE_USER_TASK',
    userTaskKey,
    action,
    variables,
  })),
  evaluateDecision: ({ decisionId, variables }) => ({
    type: 'EVALUATE_DECISION',
    decisionId,
    variables,
  }),
}

const UNITS = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 }

/** ISO 8601 duration (days and smaller) or milliseconds. */
function milliseconds(duration: string | number | undefined): number {
  if (typeof duration !== 'string') return duration ?? 0
  const sign = duration.startsWith('-') ? -1 : 1
  const parts = [...duration.matchAll(/([\d.]+)([DHMS])/g)]
  return sign * parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS], 0)
}
