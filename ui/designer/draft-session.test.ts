import { expect, test, vi } from 'vitest'
import type { ProcessDraft } from '../api-types.ts'
import { ApiProblem } from '../problem.ts'
import { type DraftServer, DraftSession } from './draft-session.ts'
import type { Unsaved, UnsavedStore } from './unsaved-store.ts'

const draft = {
  ...{
    id: 'd1',
    processId: 'p',
    name: '程序',
    state: 'draft',
    isMine: true,
    revision: 4,
    savedAt: '2026-11-22T00:00:00Z',
  },
  files: [
    { name: 'p.bpmn', content: '<a/>' },
    { name: 'p.form', content: '{}' },
  ],
} as unknown as ProcessDraft

/** The server, as far as saving goes: it counts revisions and says no when told to. */
function server() {
  const saved: string[] = []
  let revision = draft.revision
  const answer = { status: 0 }
  const save = async (what: string, from: number) => {
    if (answer.status !== 0) throw new ApiProblem({ status: answer.status === -1 ? 0 : answer.status })
    if (from !== revision) throw new ApiProblem({ status: 409 })
    saved.push(what)
    revision += 1
    return { revision, savedAt: '2026-11-22T01:00:00Z' }
  }
  const asked: DraftServer = {
    saveFile: (_, name, content, from) => save(`${name}=${content}`, from),
    dropFile: (_, name, from) => save(`${name} dropped`, from),
  }
  return { asked, saved, answer }
}

function store(): UnsavedStore & { kept: Map<string, Unsaved> } {
  const kept = new Map<string, Unsaved>()
  return {
    kept,
    read: async id => kept.get(id),
    write: async (id, unsaved) => void kept.set(id, unsaved),
    forget: async id => void kept.delete(id),
  }
}

function open(of: ProcessDraft = draft) {
  const parts = { house: server(), browser: store() }
  const onChange = vi.fn()
  const session = new DraftSession(of, { server: parts.house.asked, store: parts.browser, onChange })
  return { session, ...parts }
}

test('what is typed is shown at once, kept in the browser, and saved one file after the other', async () => {
  const { session, house, browser } = open()
  session.change('p.bpmn', '<b/>')
  session.change('p.form', null)
  session.change('new.form', '{"a":1}')
  expect(session.files).toEqual([
    { name: 'p.bpmn', content: '<b/>' },
    { name: 'new.form', content: '{"a":1}' },
  ])
  expect(session.state).toBe('unsaved')
  expect(browser.kept.get('d1')?.files).toEqual({ 'p.bpmn': '<b/>', 'p.form': null, 'new.form': '{"a":1}' })
  await session.flush()
  expect(house.saved).toEqual(['p.bpmn=<b/>', 'p.form dropped', 'new.form={"a":1}'])
  expect([session.state, session.draft.revision, browser.kept.size]).toEqual(['saved', 7, 0])
})

test('what is as it was is no change', async () => {
  const { session, house } = open()
  session.change('p.bpmn', '<a/>')
  await session.flush()
  expect([session.state, house.saved]).toEqual(['saved', []])
})

test('without connection everything stays, and goes on when there is one', async () => {
  const { session, house, browser } = open()
  house.answer.status = -1
  session.change('p.bpmn', '<b/>')
  await session.flush()
  expect([session.state, browser.kept.size]).toEqual(['offline', 1])
  house.answer.status = 0
  session.refresh(session.draft)
  session.change('p.bpmn', '<c/>')
  await session.flush()
  expect([session.state, house.saved, browser.kept.size]).toEqual(['saved', ['p.bpmn=<c/>'], 0])
  session.close()
})

test('who is refused is asked whose holds: mine on top of theirs, or theirs', async () => {
  const { session, house } = open()
  house.answer.status = 409
  session.change('p.bpmn', '<mine/>')
  await session.flush()
  expect(session.state).toBe('conflict')
  house.answer.status = 0
  session.refresh({ ...draft, files: [{ name: 'p.bpmn', content: '<theirs/>' }] })
  expect(session.contentOf('p.bpmn')).toBe('<mine/>')
  await session.flush()
  expect([session.state, house.saved]).toEqual(['saved', ['p.bpmn=<mine/>']])

  const other = open()
  other.house.answer.status = 409
  other.session.change('p.bpmn', '<mine/>')
  await other.session.flush()
  await other.session.giveUp({ ...draft, files: [{ name: 'p.bpmn', content: '<theirs/>' }] })
  expect([other.session.state, other.session.contentOf('p.bpmn')]).toEqual(['saved', '<theirs/>'])
})

test('what a crash left behind is offered, taken or dropped; what the server has is not offered', async () => {
  const left = { at: '2026-11-21T00:00:00Z', revision: 3, files: { 'p.bpmn': '<left/>' } }
  const { session, browser, house } = open()
  browser.kept.set('d1', left)
  await session.lookForLeftover()
  expect(session.leftover).toEqual(left)
  session.takeLeftover()
  await session.flush()
  expect(house.saved).toEqual(['p.bpmn=<left/>'])

  const old = open()
  old.browser.kept.set('d1', { ...left, files: { 'p.bpmn': '<a/>' } })
  await old.session.lookForLeftover()
  expect([old.session.leftover, old.browser.kept.size]).toEqual([undefined, 0])
})

test.each([
  ['somebody else holds the pen', { isMine: false }],
  ['it was submitted', { state: 'submitted' }],
])('nothing is written when %s', async (_, change) => {
  const { session, house } = open({ ...draft, ...change } as ProcessDraft)
  session.change('p.bpmn', '<b/>')
  await session.flush()
  expect([session.isReadOnly, house.saved, session.contentOf('p.bpmn')]).toEqual([true, [], '<a/>'])
})
