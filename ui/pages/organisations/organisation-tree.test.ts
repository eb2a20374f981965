import { expect, test } from 'vitest'
import { branchesOf } from './organisation-tree.ts'

const body = (orgId: string, parent: string | null) => ({
  ...{
    orgId,
    parent,
    name: orgId,
    kind: null,
    entity: orgId,
    people: 0,
    state: null,
    successor: null,
    coming: [],
    warnings: [],
  },
})

test('each organisation stands below its parent; one whose parent is unknown is a top', () => {
  const all = [body('A-1', 'A'), body('A', null), body('B', 'GONE'), body('A-1-X', 'A-1'), body('A-2', 'A')]
  expect(branchesOf(all).map(({ organisation, depth }) => `${depth} ${organisation.orgId}`)).toEqual([
    ...['0 A', '1 A-1', '2 A-1-X', '1 A-2', '0 B'],
  ])
})

test('what lies below a closed one is left out, and one with something below says so', () => {
  const all = [body('A', null), body('A-1', 'A'), body('A-1-X', 'A-1'), body('B', null)]
  const shown = branchesOf(all, (_, depth) => depth === 0)
  expect(shown.map(({ organisation, isParent }) => [organisation.orgId, isParent])).toEqual([
    ...[
      ['A', true],
      ['A-1', true],
      ['B', false],
    ],
  ])
})
