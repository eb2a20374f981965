/** A run of Chinese characters, or of letters and digits. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const HAN = /^\p{Script=Han}/u

/**
 * The words by which a text is found: every two neighbouring characters of Chinese, and each number or Latin word, in
 * small letters and without leading zeros. Chinese needs no dictionary this way, and two characters are enough to search.
 */
export function registerWords(...texts: readonly (string | null)[]): Set<string> {
  const words = new Set<string>()
  for (const [run] of texts.flatMap(text => [...(text ?? '').normalize('NFKC').matchAll(RUN)]))
    for (const word of HAN.test(run) ? pairsOf([...run]) : [latinWord(run)]) words.add(word)
  return words
}

/** The words a search asks for; without any, for example of one character alone, it can only be looked for row by row. */
export function searchedWords(q: string): string[] {
  return [...registerWords(q)].filter(word => !HAN.test(word) || [...word].length === 2)
}

/** A single character is kept as a word of its own, so that a name of one character is found. */
function pairsOf(characters: readonly string[]): string[] {
  if (characters.length === 1) return [...characters]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function latinWord(run: string): string {
  return run.toLowerCase().replace(/^0+(?=\d)/, '')
}
