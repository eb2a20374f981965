import { creditCodeCheckDigit } from '../../../server/forms/credit-code.ts'
import { idCardCheckDigit } from '../../../server/forms/id-card.ts'
import { createDice, type Dice } from './dice.ts'
import type { Item, PartyKind } from './items.ts'
import { inventedName, NAMES } from './names.ts'

const DISTRICT = '420106'
/** Citizens have the last of the invented names, the staff the first. */
const FIRST_CITIZEN = 900
const TRADE_NAMES =
  '半亩 晨炊 拾穗 汀兰 云脚 竹里 小满 谷雨 白露 青禾 松间 鹿鸣 归雁 听雨 观澜 渔火 星河 麦田 南枝 远山 棠梨 枕流 漱石 砚池 锦瑟 惊蛰 霜序 浮光 泊舟 采桑'.split(
    ' ',
  )
/** Of the body of a credit code (GB 11714): every letter counts there. */
const BODY_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** An invented party; its numbers pass their check digits. */
export interface Party {
  kind: PartyKind
  name: string
  /** Of the citizen, the operator or the legal representative. */
  person: string
  idNo: string
  usccNo?: string
  phone: string
  address: string
}

/** The party of the nth case. */
export function inventedParty(n: number, item: Item, place: string, dice: Dice): Party {
  const kind = dice.pick(item.parties)
  const person = inventedName(FIRST_CITIZEN + (n % (NAMES - FIRST_CITIZEN))).name
  const trade = dice.pick(item.trades.filter(name => name.endsWith('公司') === (kind === 'enterprise')))
  const about = { kind, person, idNo: idNumber(n, dice), phone: phone(n), address: `${place}${dice.between(1, 188)}号` }
  if (kind === 'citizen') return { ...about, name: person }
  const name = `${TRADE_NAMES[n % TRADE_NAMES.length]}${trade}`
  return { ...about, name, usccNo: creditCode(kind === 'enterprise' ? '91' : '92', n) }
}

/** A business with a name of its own; the nth of them has the nth numbers. */
export function inventedBody(body: Pick<Party, 'kind' | 'name' | 'person' | 'address'>, n: number): Party {
  const usccNo = creditCode(body.kind === 'enterprise' ? '91' : '92', n)
  return { ...body, usccNo, idNo: idNumber(n, createDice(n)), phone: phone(n) }
}

/** GB 11643: district, a day of birth, three digits of order, the check digit. */
function idNumber(n: number, dice: Dice): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const born = `${dice.between(1958, 2003)}${two(dice.between(1, 12))}${two(dice.between(1, 28))}`
  const first = `${DISTRICT}${born}${String(n % 1000).padStart(3, '0')}`
  return first + idCardCheckDigit(first)
}

/** GB 32100: authority and kind, district, nine of the body (the last its own check character), the check character. */
function creditCode(kind: string, n: number): string {
  const body = `MA4X${String(n).padStart(4, '0')}`
  const sum = BODY_WEIGHTS.reduce((total, weight, index) => total + weight * BODY_CHARACTERS.indexOf(body[index]!), 0)
  const check = 11 - (sum % 11)
  const last = check === 10 ? 'X' : check === 11 ? '0' : String(check)
  const first = `${kind}${DISTRICT}${body}${last}`
  return first + creditCodeCheckDigit(first)
}

/** 170 numbers with zeros belong to nobody. */
const phone = (n: number) => `1700000${String(n % 10_000).padStart(4, '0')}`
