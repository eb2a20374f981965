import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chineseFor } from './index.ts'

const SPOKEN = /translate\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g
const NAMED = /(?:label|name): '([A-Z][^']*)'/g

/** Sentences of parts that our modeler does not have: the dialect of Camunda 7, examples in comments. */
const ELSEWHERE = /camunda-platform|provider\/camunda|HELLO|Custom properties for scope/

interface Source {
  path: string
  text: string
}

const inFolder = (folder: string): Source[] =>
  readdirSync(join('node_modules', folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.js'))
    .map(path => ({ path: `${folder}/${path}`, text: readFileSync(join('node_modules', folder, path), 'utf8') }))

/** A package is shipped as one file; its map still knows the parts it was made of. */
function fromMap(path: string): Source[] {
  const map = JSON.parse(readFileSync(join('node_modules', path), 'utf8')) as {
    sources: string[]
    sourcesContent: string[]
  }
  return map.sources.map((source, index) => ({ path: source, text: map.sourcesContent[index] ?? '' }))
}

const sources = [
  ...['bpmn-js/lib', 'diagram-js/lib/features', 'bpmn-js-color-picker/colors'].flatMap(inFolder),
  ...['bpmn-js-properties-panel', 'bpmn-js-element-templates', '@bpmn-io/properties-panel'].flatMap(name =>
    fromMap(`${name}/dist/index.esm.js.map`),
  ),
  ...['bpmn-js-create-append-anything/dist/index.es.js', 'diagram-js-minimap/dist/index.esm.js'].map(path => ({
    path,
    text: readFileSync(join('node_modules', path), 'utf8'),
  })),
].filter(({ path }) => !ELSEWHERE.test(path))

const unescaped = (text: string) => text.replaceAll(/\\(['"])/g, '$1').replaceAll('\\n', '\n')

function spokenIn({ path, text }: Source): string[] {
  const spoken = [...text.matchAll(SPOKEN)].map(([, single, double]) => unescaped(single ?? double ?? ''))
  const isList = /ReplaceOptions|create-append-anything/.test(path)
  return [...spoken, ...(isList ? [...text.matchAll(NAMED)].map(([, name = '']) => name) : [])]
}

test('whatever the parts of bpmn.io can say has Chinese words', () => {
  const spoken = [...new Set(sources.flatMap(spokenIn))].filter(
    sentence => /[A-Za-z]{2,}/.test(sentence) && !ELSEWHERE.test(sentence),
  )
  expect(spoken.length).toBeGreaterThan(300)
  expect(spoken.filter(sentence => chineseFor(sentence) === undefined)).toEqual([])
})

test('Chinese words fill in the same values', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  const spoken = [...new Set(sources.flatMap(spokenIn))]
  expect(spoken.filter(each => chineseFor(each) && `${holes(each)}` !== `${holes(chineseFor(each) ?? '')}`)).toEqual([])
})
