/** What is said of the power to coerce. */
export const powerWords = {
  'policy.subject.no-coercion': {
    zh: '事项{item}没有登记强制依据，法律、法规没有授予的强制权不得行使',
    en: 'No basis of coercion is registered for matter {item}; a power that no law gives is not exercised',
  },
  'policy.subject.no-coercion.remedy': {
    zh: '有依据的，请先在事项目录中登记强制依据；没有的，申请人民法院强制执行或者移送有权机关',
    en: 'Register the basis in the catalogue if there is one; else ask the court, or the authority that has the power',
  },
} as const
