/** What bpmn.io says, in Chinese, by its English sentence. */
export const modelerWords: Readonly<Record<string, string>> = {}
