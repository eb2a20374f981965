import type { Permission } from '../../api-types.ts'
import type { IconName } from '../../components/icon.ts'
import { may, me } from '../../session.ts'
import type { WordId } from '../../words/index.ts'

/** A door of the rail. */
export interface RailEntry {
  path: string
  word: WordId
  icon: IconName
  permissions: readonly Permission[]
  /** Of those who work, only holders of these see it. */
  roles?: readonly string[]
}

/** The doors, in the order of the rail; a person sees those he may open. */
export const railEntries: readonly RailEntry[] = [
  { path: '/inbox', word: 'shell.inbox', icon: 'inbox', permissions: ['work'] },
  { path: '/start', word: 'shell.start', icon: 'plus', permissions: ['work'] },
  {
    path: '/instances',
    word: 'shell.instances',
    icon: 'cases',
    permissions: ['work', 'audit', 'operate', 'administrate'],
  },
  { path: '/cases', word: 'shell.cases', icon: 'doc', permissions: ['work', 'audit', 'supervise'] },
  { path: '/whistles', word: 'shell.whistles', icon: 'hand', permissions: ['work', 'audit', 'supervise'] },
  { path: '/transfers', word: 'shell.transfers', icon: 'send', permissions: ['work', 'audit', 'supervise'] },
  { path: '/supervised', word: 'shell.supervised', icon: 'eye', permissions: ['audit', 'supervise'] },
  { path: '/escalations', word: 'shell.escalations', icon: 'rise', permissions: ['work', 'audit', 'operate'] },
  {
    path: '/preserved-goods',
    word: 'shell.preservedGoods',
    icon: 'lock',
    permissions: ['audit', 'work'],
    roles: ['street-officer', 'center-director', 'subdistrict-deputy', 'subdistrict-head', 'justice-office-supervisor'],
  },
  {
    path: '/evidence-defects',
    word: 'shell.defects',
    icon: 'flag',
    permissions: ['audit', 'work'],
    roles: [
      ...['center-director', 'subdistrict-deputy', 'subdistrict-head'],
      ...['center-legal-reviewer', 'pmo-legal-reviewer'],
    ],
  },
  {
    path: '/intake',
    word: 'shell.intake',
    icon: 'inbox',
    permissions: ['work', 'audit', 'administrate'],
    roles: ['street-dispatcher', 'center-director', 'subdistrict-deputy', 'subdistrict-head', 'process-admin'],
  },
  { path: '/absences', word: 'shell.absences', icon: 'user', permissions: ['work'] },
  { path: '/incidents', word: 'shell.incidents', icon: 'warn', permissions: ['operate'] },
  { path: '/outbox', word: 'shell.outbox', icon: 'send', permissions: ['operate', 'audit'] },
  { path: '/people', word: 'shell.people', icon: 'user', permissions: ['administrate', 'certify', 'audit'] },
  {
    path: '/certificates',
    word: 'shell.certificates',
    icon: 'card',
    permissions: ['administrate', 'certify', 'audit'],
  },
  {
    path: '/certificate-matters',
    word: 'shell.certificateMatters',
    icon: 'doc',
    permissions: ['administrate', 'certify', 'audit'],
  },
  { path: '/catalogue', word: 'shell.catalogue', icon: 'list', permissions: ['catalogue', 'work', 'audit'] },
  { path: '/organisations', word: 'shell.organisations', icon: 'tree', permissions: ['administrate', 'audit'] },
  { path: '/accounts', word: 'shell.accounts', icon: 'lock', permissions: ['administrate', 'audit'] },
  { path: '/designer', word: 'shell.designer', icon: 'flow', permissions: ['administrate'] },
  {
    path: '/statutes',
    word: 'shell.statutes',
    icon: 'book',
    permissions: ['work', 'audit', 'operate', 'administrate', 'certify'],
  },
  { path: '/limits', word: 'shell.limits', icon: 'clock', permissions: ['administrate', 'audit'] },
]

/** Whether somebody sees a door: by permission, and of those who only work by office. */
export function isOpen({ permissions, roles }: RailEntry): boolean {
  if (!may(permissions)) return false
  return !roles || may(['audit']) || me()?.appointments.some(({ role }) => roles.includes(role)) === true
}
