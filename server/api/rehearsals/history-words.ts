/** What administrators try out, as a sentence without its subject. */
export const rehearsalHistoryWords: Readonly<Record<string, { zh: string; en: string }>> = {
  'rehearsal.open': { zh: '开始预演', en: 'opened a rehearsal' },
  'rehearsal.scenarios': { zh: '运行预演情景', en: 'ran the scenarios of a draft' },
  'rehearsal.report': { zh: '登记草稿的回放结果', en: 'recorded what the replay of a draft found' },
  'rehearsal.replay': { zh: '用办结案件回放草稿', en: 'replayed finished cases through a draft' },
}
