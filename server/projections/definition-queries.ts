import type { Database } from 'better-sqlite3'
import { toKey } from '../../db/key.ts'
import type { Instant, Key } from '../engine/protocol/records.ts'

/** One deployed version of a process. */
export interface Definition {
  processDefinitionKey: Key
  bpmnProcessId: string
  version: number
  versionTag: string | null
  name: string | null
  resourceName: string
  /** SHA-256 of the resource, under which the engine keeps its content. */
  checksum: string
  deploymentKey: Key
  deployedAt: Instant
  deployedSeq: number
  runningInstances: number
  incidents: number
  /** How many versions the process has. */
  versions: number
}

/** One deployed version of a form. */
export interface FormDefinition {
  formKey: Key
  formId: string
  version: number
  checksum: string
}

export interface Definitions {
  /** Also a deleted one. */
  find(processDefinitionKey: Key): Definition | undefined
  /** The newest version of a process. */
  findLatest(bpmnProcessId: string): Definition | undefined
  /** The newest version of every process, by name; running instances and incidents are those of all its versions. */
  latest(): Definition[]
  /** Every version of a process, newest first. */
  versionsOf(bpmnProcessId: string): Definition[]
  findForm(formKey: Key): FormDefinition | undefined
  /** The newest version of a form by its id. */
  findLatestForm(formId: string): FormDefinition | undefined
}

interface Row extends Omit<Definition, 'processDefinitionKey' | 'deploymentKey'> {
  processDefinitionKey: number
  deploymentKey: number
}

const select = (counts: string) => `select process_definition_key as processDefinitionKey,
  bpmn_process_id as bpmnProcessId, version, version_tag as versionTag, name, resource_name as resourceName, checksum,
  deployment_key as deploymentKey, deployed_at as deployedAt, deployed_seq as deployedSeq, ${counts},
  (select count(*) from definition_summary as other where other.bpmn_process_id = definition.bpmn_process_id and other.deleted_at is null) as versions
  from definition_summary as definition`

const OWN_COUNTS = 'running as runningInstances, incidents'
const sumOf = (column: string) => `(select sum(other.${column}) from definition_summary as other
  where other.bpmn_process_id = definition.bpmn_process_id)`
const ALL_COUNTS = `${sumOf('running')} as runningInstances, ${sumOf('incidents')} as incidents`

/** Prepares the questions once. */
export function openDefinitions(db: Database): Definitions {
  const one = db.prepare<[number], Row>(`${select(OWN_COUNTS)} where process_definition_key = ?`)
  const ofProcess = db.prepare<[string], Row>(
    `${select(OWN_COUNTS)} where bpmn_process_id = ? and deleted_at is null order by version desc, process_definition_key desc`,
  )
  const latest = db.prepare<[], Row>(
    `${select(ALL_COUNTS)} where process_definition_key = (select process_definition_key from definition_summary as newest
       where newest.bpmn_process_id = definition.bpmn_process_id and newest.deleted_at is null order by version desc limit 1) order by name, bpmn_process_id`,
  )
  const form = (condition: string) =>
    db.prepare<[string | number], FormDefinition>(
      `select cast(form_key as text) as formKey, form_id as formId, version, checksum from form_summary
       where ${condition} order by version desc limit 1`,
    )
  const formByKey = form('form_key = ?')
  const formById = form('form_id = ? and deleted_at is null')
  const definitionOf = (row: Row): Definition => ({
    ...row,
    processDefinitionKey: toKey(row.processDefinitionKey),
    deploymentKey: toKey(row.deploymentKey),
  })
  const found = (row: Row | undefined) => row && definitionOf(row)
  return {
    find: key => found(Number.isSafeInteger(Number(key)) ? one.get(Number(key)) : undefined),
    findLatest: bpmnProcessId => found(ofProcess.get(bpmnProcessId)),
    latest: () => latest.all().map(definitionOf),
    versionsOf: bpmnProcessId => ofProcess.all(bpmnProcessId).map(definitionOf),
    findForm: key => formByKey.get(Number(key)),
    findLatestForm: formId => formById.get(formId),
  }
}
