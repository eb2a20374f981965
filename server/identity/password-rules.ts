/** The least a new password must have. */
export const PASSWORD_MIN_LENGTH = 12
/** Longer ones cost time to hash and protect nobody. */
export const PASSWORD_MAX_LENGTH = 200

/** Why a password is not taken: a message id. */
export type PasswordObjection = 'password.too-short' | 'password.too-common' | 'password.names-the-account'

/** What many people choose, here and elsewhere; a guesser tries them first. Compared without case, digits at the end and signs. */
const COMMON: ReadonlySet<string> = new Set([
  ...['password', 'passwort', 'passw', 'letmein', 'welcome', 'iloveyou', 'woaini', 'woaininiaini', 'nihao', 'zhongguo'],
  ...['qwerty', 'qwertyuiop', 'qwertyuiopasdfgh', 'asdfghjkl', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'qwertyasdfgh', 'abc'],
  ...['abcabcabcabc', 'abcdefg', 'abcdefgh', 'abcdefghijkl', 'abcdefghijklm', 'administrator', 'admin', 'adminadmin'],
  ...['adminadminadmin', 'changeme', 'changeit', 'default', 'secret', 'test', 'testtest', 'testtesttest', 'xunfa'],
  ...['xunfademo', 'xunfaxunfa', 'monkey', 'dragon', 'sunshine', 'princess', 'football', 'baseball', 'superman'],
  ...['passwordpassword', 'chengguan', 'zhifa', 'xingzhengzhifa', 'wuhan', 'wuchang', 'mima', 'mimamima', 'wodemima'],
])

/** Digits people type along the keyboard or out of a calendar. */
const LINES = ['01234567890123456789', '98765432109876543210', '112233445566778899', '147258369147258369']

/** Why this password is refused; nothing when it is good. Length first: it protects better than odd signs. */
export function objectionToPassword(password: string, accountId: string): PasswordObjection | undefined {
  const plain = password.toLowerCase()
  if ([...password].length < PASSWORD_MIN_LENGTH) return 'password.too-short'
  if (isCommon(plain)) return 'password.too-common'
  const bare = lettersOf(plain)
  return bare !== '' && bare === lettersOf(accountId.toLowerCase()) ? 'password.names-the-account' : undefined
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size <= 3) return true
  if (LINES.some(line => line.includes(plain))) return true
  return COMMON.has(plain.replace(/[\d\W_]+$/, '').replace(/[\W_]+/g, '')) || COMMON.has(lettersOf(plain))
}

function lettersOf(text: string): string {
  return text.replace(/[\d\W_]+/g, '')
}
