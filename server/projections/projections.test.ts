import { beforeEach, describe, expect, test } from 'vitest'
import { openDefinitions, openIncidents, openInstances, openParticipations, tellInstance } from './index.ts'
import { type HandMadeOffice, openHandMadeOffice, owner, person } from './office.fixture.ts'
import { element, segment, userTask, variable } from './records.fixture.ts'

const MINUTE = 60_000

let office: HandMadeOffice
beforeEach(() => {
  office = openHandMadeOffice()
})

describe('instances', () => {
  test('carry the context of their case, whoever writes it and in whichever order', () => {
    office.start(1, {}, { caseNo: 'A-1', caseTitle: '占道经营', partyName: '某商行', round: 1 })
    office.write([segment('100', [variable('100', 'round', 2), variable('999', 'caseTitle', 'of another scope')])])
    expect(openInstances(office.db.reader).find('100')).toMatchObject({
      caseNo: 'A-1',
      title: '占道经营',
      party: '某商行',
      round: 2,
      state: 'ACTIVE',
      startedBy: 'lin-shen',
      processName: '法制审核',
      currentSteps: [{ userTaskKey: '101', elementId: 'first-review', assignee: null }],
    })
    expect(openInstances(office.db.reader).caseOf('100')).toBe('A-1')
    expect(openInstances(office.db.reader).keysOfCase('A-1')).toEqual(['100'])
  })

  test('end, and their definition counts what runs', () => {
    for (const id of [1, 2, 3]) office.start(id, {})
    office.write([segment('100', [element('ELEMENT_COMPLETED', '100', 'legal-review', 'PROCESS')])])
    office.write([segment('200', [element('ELEMENT_TERMINATED', '200', 'legal-review', 'PROCESS')])])
    const states = openInstances(office.db.reader)
      .page({})
      .items.map(({ state }) => state)
    expect(states).toEqual(['ACTIVE', 'TERMINATED', 'COMPLETED'])
    expect(openDefinitions(office.db.reader).latest()).toMatchObject([
      { runningInstances: 1, versions: 1, name: '法制审核' },
    ])
  })

  test('that another called belong to its case and to who started it, whoever led on to the call', () => {
    office.start(1, {}, { caseNo: 'A-1' })
    const value = { elementId: 'q', bpmnElementType: 'PROCESS', parentProcessInstanceKey: '100' } as const
    const begins = { valueType: 'PROCESS_INSTANCE', intent: 'ELEMENT_ACTIVATING', key: '200', value } as const
    const between = segment('100', [variable('100', 'round', 2)])
    const title = segment('200', [variable('200', 'caseTitle', '占道经营')])
    office.write([between, title, between, segment('200', [begins])], person('another'))
    expect(openInstances(office.db.reader).find('200')).toMatchObject({
      parentProcessInstanceKey: '100',
      startedBy: 'lin-shen',
      caseNo: 'A-1',
      title: '占道经营',
    })
  })

  test('that stand still say why', () => {
    const state = () => openInstances(office.db.reader).find('100')
    office.start(1, {})
    expect(state()?.hold).toBe(null)
    office.write([
      segment('100', [{ valueType: 'PROCESS_INSTANCE_SUSPENSION', intent: 'SUSPENDED', key: '100', value: {} }]),
    ])
    expect(state()).toMatchObject({ state: 'ACTIVE', hold: 'SUSPENDED' })
    office.write([
      segment('100', [{ valueType: 'PROCESS_INSTANCE_SUSPENSION', intent: 'RESUMED', key: '100', value: {} }]),
    ])
    expect(state()?.hold).toBe(null)
    const value = { reason: 'TypeError: x' }
    office.write([segment('100', [{ valueType: 'PROCESS_INSTANCE_BAN', intent: 'BANNED', key: '100', value }])])
    expect(state()?.hold).toBe('BANNED')
  })

  test('that were removed are in no list any more; who handled the case stays known', () => {
    office.start(1, {}, { caseNo: 'A-1', handlerIds: ['lin-shen'] })
    office.complete(1, person('lin-shen'))
    const before = openParticipations(office.db.reader).ofCase('A-1')
    const entries = office.journal.entriesOf('100').map(({ seq }) => seq)
    office.write([segment('100', [element('ELEMENT_COMPLETED', '100', 'legal-review', 'PROCESS')])])
    const value = { processInstanceKey: '100' }
    office.write([{ records: [{ valueType: 'PROCESS_INSTANCE_DELETION', intent: 'DELETED', key: '100', value }] }])
    expect(openInstances(office.db.reader).find('100')).toBeUndefined()
    expect(office.db.reader.prepare('select count(*) from inbox_task').pluck().get()).toBe(0)
    expect(openParticipations(office.db.reader).ofCase('A-1')).toEqual(before)
    expect(office.journal.lastSeq()).toBeGreaterThan(3)
    expect(office.journal.entriesOf('100').map(({ seq }) => seq)).toEqual([...entries, entries.at(-1)! + 1])
  })

  test('with an open incident are found as such until it is resolved', () => {
    office.start(1, {})
    const value = {
      errorType: 'IO_MAPPING_ERROR',
      errorMessage: 'x',
      elementId: 'first-review',
      elementInstanceKey: '1010',
      variableScopeKey: '100',
    }
    office.write([segment('100', [{ valueType: 'INCIDENT', intent: 'CREATED', key: '150', value }])])
    const found = () => [
      openInstances(office.db.reader).page({ state: 'INCIDENT' }).items.length,
      openIncidents(office.db.reader)
        .page({ state: 'ACTIVE' })
        .items.map(({ incidentKey }) => incidentKey),
      openDefinitions(office.db.reader).latest()[0]!.incidents,
    ]
    expect(found()).toEqual([1, ['150'], 1])
    office.write([segment('100', [{ valueType: 'INCIDENT', intent: 'RESOLVED', key: '150', value }])])
    expect(found()).toEqual([0, [], 0])
    expect(openIncidents(office.db.reader).ofInstance('100')).toMatchObject([
      { resolvedAt: office.now(), processName: '法制审核' },
    ])
  })

  test('are found by the number of a document that was made for them', () => {
    office.start(1, {}, { caseNo: 'A-1' })
    office.db.writer
      .prepare(
        `INSERT INTO document (template, doc_no, series, year, number, org_code, process_instance_key, file_id, name, size, made_at)
         VALUES ('D19', '街法审〔2026〕8号', 'S', 2026, 8, 'LDJ', 100, 'f', '意见书', 1, 1)`,
      )
      .run()
    const found = (q: string) => openInstances(office.db.reader).page({ q }).items.length
    expect([found('法审〔2026〕8号'), found('a-1'), found('法审〔2026〕9号')]).toEqual([1, 1, 0])
  })

  test('involve who started, handles, worked or may work on them, and nobody else', () => {
    office.start(1, { candidateGroupsList: ['g@X'] }, { handlerIds: ['zhou'] })
    const instances = openInstances(office.db.reader)
    const involved = (personId: string, ...groups: string[]) => instances.isInvolved('100', owner(personId, ...groups))
    expect([involved('lin-shen'), involved('zhou'), involved('wang', 'g@X'), involved('wang', 'h@X')]).toEqual([
      true,
      true,
      true,
      false,
    ])
    office.complete(1, person('wang'))
    expect([involved('wang'), involved('sun', 'g@X')]).toEqual([true, false])
    expect(instances.page({ involving: owner('zhou') }).items).toHaveLength(1)
    expect(instances.page({ involving: owner('sun', 'g@X') }).items).toHaveLength(0)
  })
})

describe('the story of an instance', () => {
  test('tells visits, dwell times, flows and who wrote a variable last', () => {
    office.start(1, {}, { amount: 1 })
    const seq = office.write([
      segment('100', [
        userTask('COMPLETED', '101'),
        variable('100', 'amount', 2),
        element('ELEMENT_COMPLETED', '1010', 'first-review'),
        element('SEQUENCE_FLOW_TAKEN', '102', 'to-second', 'SEQUENCE_FLOW'),
        element('ELEMENT_ACTIVATING', '103', 'second-review'),
      ]),
    ])
    const story = tellInstance('100', office.journal.entriesOf('100'))
    expect(story.elements).toEqual([
      { elementId: 'first-review', type: 'USER_TASK', state: 'went', count: 1, dwellMs: MINUTE },
      { elementId: 'second-review', type: 'USER_TASK', state: 'now', count: 1, dwellMs: 0, openSince: office.now() },
    ])
    expect(story.flows).toEqual(['to-second'])
    expect(story.variables).toEqual([
      { name: 'amount', value: 2, scopeKey: '100', updatedAt: office.now(), updatedBySeq: seq },
    ])
  })
})

describe('participation', () => {
  test('knows over all instances of a case who completed what, for whom, and who handles it', () => {
    office.start(1, {}, { caseNo: 'A-1', handlerIds: ['lin-shen', 'zhou'] })
    office.start(2, {}, { caseNo: 'A-1' })
    office.start(3, {}, { caseNo: 'A-2', handlerIds: ['sun'] })
    office.complete(1, person('wang', { onBehalfOf: 'zhao' }))
    office.complete(2, person('qian'))
    office.complete(3, person('li'))
    const parts = openParticipations(office.db.reader)
      .ofCase('A-1')
      .map(({ personId, kind }) => [personId, kind])
    expect(parts).toEqual([
      ['lin-shen', 'case-handling'],
      ['zhou', 'case-handling'],
      ['wang', 'legal-review-first'],
      ['zhao', 'legal-review-first'],
      ['qian', 'legal-review-first'],
    ])
    expect(openParticipations(office.db.reader).ofInstance('300')).toEqual([
      { personId: 'sun', kind: 'case-handling' },
      { personId: 'li', kind: 'legal-review-first' },
    ])
  })

  test('who was a handler once stays in the history; the clock completes for nobody', () => {
    office.start(1, {}, { caseNo: 'A-1', handlerIds: ['zhou'] })
    office.write([segment('100', [variable('100', 'handlerIds', ['lin-shen'])])])
    office.complete(1, { kind: 'worker', id: 'x' })
    expect(
      openParticipations(office.db.reader)
        .ofCase('A-1')
        .map(({ personId }) => personId),
    ).toEqual(['zhou', 'lin-shen'])
  })
})
