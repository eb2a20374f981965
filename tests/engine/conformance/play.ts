import type { ActivatedJob, Command, CommandResult, Segment } from '../../../server/engine/index.ts'
import { CommandRejected } from '../../../server/engine/index.ts'
import { Notebook } from './notebook.ts'
import type { Scenario, Step, Trace, TraceStep } from './scenario.ts'
import { commands, milliseconds } from './steps.ts'

/** The engine under test, as a scenario sees it. */
export interface Subject {
  /** One command; answers when nothing is left to do. @throws CommandRejected */
  submit(command: Command): Promise<{ segments: Segment[]; results: CommandResult[] }>
  /** What a command that was refused has written all the same. */
  settle(): Promise<Segment[]>
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
    notebook.note(index, await subject.settle())
    return { rejection: { type: error.type, reason: error.reason } }
  }
}

/** The step as a command on the port; undefined if its selector finds nothing. */
function commandOf(scenario: Scenario, step: Step, notebook: Notebook): Command | undefined {
  const make = commands[step.do]
  if (!make) throw new Error(`Step '${step.do}' of ${scenario.name} is not known to the runner`)
  const command = make(step, notebook, scenario)
  return command && (JSON.parse(JSON.stringify(command)) as Command)
}
