import type { Form } from '../../../server/forms/index.ts'
import { processDrafts } from '../../api-process-drafts.ts'
import type { ProcessDraft } from '../../api-types.ts'
import { loadWords, t } from '../../words/index.ts'
import { openForm } from '../form/open-form.ts'
import { emptyDiagram, startForm } from './empty-diagram.ts'

const form = (): Form => ({
  type: 'default',
  id: 'new-procedure',
  components: [
    {
      ...{ id: 'name', type: 'textfield', key: 'name', label: t('newProcedure.name') },
      validate: { required: true, maxLength: 60 },
    },
    {
      ...{ id: 'process-id', type: 'textfield', key: 'processId', label: t('newProcedure.id') },
      validate: { required: true, maxLength: 60, pattern: '^[a-z][a-z0-9-]*$' },
    },
  ],
})

/** Asks how a new procedure is called and begins its draft; resolves to the draft. */
export async function openNewProcedure(): Promise<ProcessDraft | undefined> {
  await loadWords('draftReview')
  let draft: ProcessDraft | undefined
  await openForm({
    ...{ title: t('newProcedure.title'), text: t('newProcedure.text'), submit: t('newProcedure.submit') },
    form: form(),
    async send({ name, processId }) {
      const id = String(processId)
      const ends = { start: t('newProcedure.start'), end: t('newProcedure.end') }
      const content = emptyDiagram(id, String(name), ends)
      const files = [
        { name: `${id}.bpmn`, content },
        { name: 'start.form', content: startForm(id) },
      ]
      draft = await processDrafts.beginWith(files)
    },
  })
  return draft
}
