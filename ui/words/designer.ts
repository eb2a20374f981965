import type { Sentences } from './sentence.ts'

/** Published procedures. */
export const designerWords = {
  'designer.title': ['流程', 'Procedures'],
  'designer.text': [
    '改程序先建草稿，由一人送审、另一人发布。发布新版以后，在办的件留在原来的版本。',
    'A change begins as a draft; one person submits it, another publishes it. Running instances keep their version.',
  ],
  'designer.name': ['名称', 'Name'],
  'designer.id': ['标识', 'Id'],
  'designer.version': ['版本', 'Version'],
  'designer.versionOf': ['第 {n} 版', 'version {n}'],
  'designer.versions': ['共 {n} 版', '{n} {n|version|versions}'],
  'designer.published': ['发布于', 'Published'],
  'designer.running': ['在办', 'Running'],
  'designer.incidents': ['故障', 'Incidents'],
  'designer.startedBy': ['发起人', 'Started by'],
  'designer.empty': ['还没有发布程序', 'No procedure has been published'],
  'designer.emptyText': [
    '把流程图、决策表和表单一起发布，就能发起。',
    'Publish a diagram with its tables and forms to be able to start it.',
  ],
  'designer.detail': ['程序', 'Procedure'],
  'designer.file': ['文件', 'File'],
  'designer.steps': ['人工环节', 'User tasks'],
  'designer.migrate': ['迁移运行中的实例', 'Migrate running instances'],
  'designer.seeInstances': ['看在办的件', 'See its instances'],
  'designer.noSteps': ['没有人工环节', 'No user tasks'],
  'deploy.files': ['文件', 'Files'],
  'deploy.choose': ['选择文件', 'Choose files'],
  'deploy.drop': ['或把文件拖到这里', 'or drop them here'],
  'deploy.missing': ['请先选文件。', 'Choose files first.'],
} as const satisfies Sentences
