import { api } from '../../api.ts'
import type { ExclusionKind, ExclusionPolicy, LimitParameter, LimitRules } from '../../api-types.ts'
import { amountWords } from '../../components/limit-words.ts'
import { longDate, officeNow } from '../../office-time.ts'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { openRecord, reasonField } from '../record/open-record.ts'
import type { RecordField, RecordValues } from '../record/record-field.ts'

/** The field of law that stands for all that have no rules of their own. */
const GENERAL = 'general'

const KINDS: readonly ExclusionKind[] = ['inspection', 'testing', 'quarantine', 'appraisal', 'hearing']
const IS_LENGTH = /^\d+[A-Z]+$/
const ROLES = ['subdistrict-deputy', 'subdistrict-head', 'center-director', 'dept-leader', 'justice-bureau-leader']

/** Asks how a limit may be made longer, by whom and on what basis; resolves to whether it was changed. */
export async function openExtensionRule(parameter: LimitParameter): Promise<boolean> {
  const [{ items }, { roles }] = await Promise.all([api.limitParameters(), api.organisations()])
  const { extension } = parameter
  const lengths = items.filter(({ key, amount }) => key !== parameter.key && IS_LENGTH.test(amount))
  const by = lengths.map(({ key, name, amount }) => ({ value: key, word: `${name}（${amountWords(amount)}）` }))
  const usual = new Set([...ROLES, ...(extension?.roles ?? [])])
  const approvers = roles.filter(({ id }) => usual.has(id)).map(({ id, name }) => ({ value: id, word: name }))
  return openRecord({
    title: t('limits.extensionTitle', { name: parameter.name }),
    text: t('limits.extensionHelp'),
    fields: [
      {
        ...{ name: 'by', label: t('limits.extensionBy'), type: 'select', value: extension?.by, isOptional: true },
        options: [{ value: '', word: t('limits.extensionNone') }, ...by],
      },
      { name: 'times', label: t('limits.extensionTimes'), value: String(extension?.times ?? 1), isOptional: true },
      {
        ...{ name: 'approvers', label: t('limits.extensionApprovers'), type: 'checks', isOptional: true },
        ...{ value: extension?.roles.join('\n'), options: approvers },
      },
      basisField(extension?.basis.map(({ ref }) => ref)),
      ...lastFields(),
    ],
    check: wrongExtension,
    fieldAt: path => path.replace(/^\/extension/, ''),
    send: values => save(parameter, values, { extension: extensionIn(values) }),
  })
}

/**
 * Asks what does not count in a limit, in one field of law; resolves to whether it was changed.
 * @param policy the rule as it stands; nothing: a further field
 */
export function openExclusionRule(parameter: LimitParameter, policy: ExclusionPolicy | undefined): Promise<boolean> {
  const others = parameter.exclusions.filter(each => each !== policy).map(ruleOf)
  const isGeneral = policy?.field === GENERAL || (policy === undefined && parameter.exclusions.length === 0)
  const fieldField: RecordField = { name: 'field', label: t('limits.fieldOfLaw'), help: t('limits.fieldHelp') }
  const title = isGeneral ? t('limits.general') : (policy?.field ?? t('limits.addField'))
  return openRecord({
    title: t('limits.exclusionTitle', { name: parameter.name, field: title }),
    fields: [
      ...(policy || isGeneral ? [] : [fieldField]),
      {
        ...{ name: 'suspension', label: t('limits.stopsWithCase'), type: 'checkbox' },
        value: policy?.suspension ? 'yes' : '',
      },
      {
        ...{ name: 'kinds', label: t('limits.exclusion'), type: 'checks', isOptional: true },
        ...{ value: policy?.kinds.join('\n'), options: KINDS.map(value => ({ value, word: t(`exclusion.${value}`) })) },
      },
      basisField(policy?.basis.map(({ ref }) => ref)),
      ...(policy && !isGeneral
        ? [{ name: 'drop', label: t('limits.dropField'), type: 'checkbox', isOptional: true } as const]
        : []),
      ...lastFields(),
    ],
    fieldAt: path => path.replace(/^\/exclusions\/\d+/, ''),
    send(values) {
      const field = isGeneral ? GENERAL : (policy?.field ?? values.field ?? '')
      const kinds = KINDS.filter(kind => linesOf(values.kinds).includes(kind))
      const rule = { field, suspension: values.suspension === 'yes', kinds, basis: linesOf(values.basis) }
      return save(parameter, values, { exclusions: values.drop === 'yes' ? others : [...others, rule] })
    },
  })
}

/** What is wrong before anything is sent. */
function wrongExtension({ by = '', times = '', approvers = '' }: RecordValues): Record<string, string> {
  if (by === '') return {}
  return {
    ...(!/^(?:[1-9]|10)$/.test(times) && { times: t('limits.timesWrong') }),
    ...(approvers === '' && { approvers: t('record.missing') }),
  }
}

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

const ruleOf = ({ field, suspension, kinds, basis }: ExclusionPolicy): LimitRules['exclusions'][number] => ({
  ...{ field, suspension, basis: basis.map(({ ref }) => ref) },
  kinds: KINDS.filter(kind => kinds.includes(kind)),
})

function extensionIn({ by = '', times, approvers, basis }: RecordValues): LimitRules['extension'] {
  if (by === '') return null
  return { by, times: Number(times), approvers: linesOf(approvers), basis: linesOf(basis) }
}

const basisField = (refs: readonly string[] = []): RecordField => ({
  ...{ name: 'basis', label: t('limits.basis'), type: 'textarea', isOptional: true },
  ...{ value: refs.join('\n'), help: t('limits.basisHelp') },
})

const lastFields = (): RecordField[] => [
  {
    name: 'effectiveFrom',
    label: t('limits.effectiveFrom'),
    type: 'date',
    value: longDate(officeNow()).slice(0, 10),
  },
  reasonField(),
  { name: 'recount', label: t('limits.recountRules'), type: 'checkbox', isOptional: true },
]

async function save(
  { key, name, amount, mode, consequence }: LimitParameter,
  { effectiveFrom = '', reason = '', recount }: RecordValues,
  rules: Partial<LimitRules>,
): Promise<void> {
  const [newest] = (await api.limitParameter(key)).items
  const change = { amount, mode, consequence, ...rules, effectiveFrom, reason, recount: recount === 'yes' }
  await api.setLimitParameter(key, newest?.seq ?? 0, change)
  say({ text: t('limits.saved', { name }) })
}
