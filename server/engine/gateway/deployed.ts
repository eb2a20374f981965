import type { CommandResult } from '../process-engine.ts'
import type { Key } from '../protocol/records.ts'

/** What a deployment answers, as far as clients are told. */
export interface Deployed {
  key: Key
  processes: { bpmnProcessId: string; version: number; processDefinitionKey: Key; resourceName: string }[]
  decisions: {
    decisionId: string
    decisionName: string
    version: number
    decisionKey: Key
    decisionRequirementsId: string
    decisionRequirementsKey: Key
  }[]
  requirements: {
    decisionRequirementsId: string
    decisionRequirementsName: string
    version: number
    decisionRequirementsKey: Key
    resourceName: string
  }[]
  forms: { formId: string; version: number; formKey: Key; resourceName: string }[]
}

/** The engine's answer to a deployment. */
interface Answer {
  deploymentKey: Key
  processesMetadata: Deployed['processes']
  decisionsMetadata: Deployed['decisions']
  decisionRequirementsMetadata: (Omit<Deployed['requirements'][0], 'version'> & {
    decisionRequirementsVersion: number
  })[]
  formMetadata: Deployed['forms']
}

/** Reads the engine's answer; resources that were there already are named too. */
export function deployed(result: CommandResult): Deployed {
  const answer = result as unknown as Answer
  return {
    key: answer.deploymentKey,
    processes: answer.processesMetadata.map(({ bpmnProcessId, version, processDefinitionKey, resourceName }) => ({
      bpmnProcessId,
      version,
      processDefinitionKey,
      resourceName,
    })),
    decisions: answer.decisionsMetadata.map(decision => ({
      decisionId: decision.decisionId,
      decisionName: decision.decisionName,
      version: decision.version,
      decisionKey: decision.decisionKey,
      decisionRequirementsId: decision.decisionRequirementsId,
      decisionRequirementsKey: decision.decisionRequirementsKey,
    })),
    requirements: answer.decisionRequirementsMetadata.map(requirements => ({
      decisionRequirementsId: requirements.decisionRequirementsId,
      decisionRequirementsName: requirements.decisionRequirementsName,
      version: requirements.decisionRequirementsVersion,
      decisionRequirementsKey: requirements.decisionRequirementsKey,
      resourceName: requirements.resourceName,
    })),
    forms: answer.formMetadata.map(({ formId, version, formKey, resourceName }) => ({
      formId,
      version,
      formKey,
      resourceName,
    })),
  }
}
