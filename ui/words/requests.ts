import type { Sentences } from './sentence.ts'

/** The words of what is asked of a running instance. */
export const requestWords = {
  'request.text': [
    '理由写入记录，本案的经办人都能看到。',
    'The reason is recorded; everybody who works on the case can read it.',
  ],
  'request.person': ['人员', 'Person'],
  'request.choose': ['请选择', 'Choose'],
  'request.nobody': ['现在没有可选的人员。', 'There is nobody to choose at present.'],
  'request.personMissing': ['请选择人员。', 'Choose somebody.'],
  'request.body': ['单位', 'Body'],
  'request.bodyMissing': ['请选择单位。', 'Choose a body.'],
  'request.until': ['到哪一天为止', 'Until'],
  'request.untilMissing': ['请填写截止日期。', 'Name the last day.'],
  'request.reasonMissing': ['请写明理由。', 'Give the reason.'],
  'request.keep': ['不提出', 'Do not ask'],
  'request.sent': ['已提出：{label}', 'Asked: {label}'],
  'request.failed': ['没有提出', 'It was not asked'],
} as const satisfies Sentences
