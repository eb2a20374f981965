import { deploymentSentence } from './deployment-words.ts'

type Said = readonly (readonly [said: RegExp, zh: string])[]

/** What stands in brackets of a sentence about BPMN's schema. */
const KINDS: Readonly<Record<string, string>> = {
  'a name (letters, digits, _ - . and no digit first)': '名称（字母、数字、_ - .，不以数字开头）',
  'the id of an element': '某个元素的编号',
  'true or false': 'true 或者 false',
  'a whole number': '整数',
  'a number': '数字',
}

/** What is said of a file that cannot be read, as people read it; `$1`… is what it names. */
const SENTENCES: Said = [
  [
    /^Expected a (?:diagram|file) without document type/,
    '文件里有文档类型或者实体声明（<!DOCTYPE、<!ENTITY>），出于安全不读',
  ],
  [/^Expected at most (\d+) elements inside each other, but found (\d+)/, '套得太深：最多 $1 层，这里有 $2 层'],
  [/^Expected at most (\d+) elements, but found (\d+)/, '内容太多：最多 $1 个元素，这里有 $2 个'],
  [/^Expected an expression in FEEL, but found one in '([^']*)'/, '表达式只能用 FEEL，这里用的是 $1'],
  [/^FEEL expression: [\s\S]*\(line (\d+), column (\d+)\)$/, '表达式写得不对（第 $1 行第 $2 个字起）'],
  [/^FEEL expression: /, '表达式写得不对'],
  [/^Expected a decision table or an expression/, '这项决策既没有表，也没有表达式'],
  [/^Expected a reference into this file, but found '([^']*)'/, '只能引用本文件里的内容，这里引用了 $1'],
  [/^Expected a name, as there are several outputs/, '有几个输出时，每个都要写名字'],
  [/^Expected a name, but found none/, '没有写名字'],
  [/^Expected an id, but found none/, '没有写编号'],
  [/^Expected a (?:decision|knowledge model|business knowledge model) with the id '([^']*)'/, '要用的“$1”不在本文件里'],
  [/^Expected requirements without a circle, but found ([\s\S]*)$/, '几项决策互相依赖，转成了圈：$1'],
  [/^Expected (\d+) cells, but found (\d+)/, '这一行应有 $1 格，实有 $2 格'],
  [/^Expected the name of a function/, '没有写要用的函数名'],
  [/^Expected a function in FEEL, but found one in '([^']*)'/, '函数只能用 FEEL，这里用的是 $1'],
  [/^Expected one output to aggregate by (\S+), but found (\S+)/, '要汇总（$1）的表只能有一个输出，这里有 $2 个'],
  [/^Expected an output entry/, '这一条规则没有写输出'],
  [/^Expected an expression \(`null` for nothing\)/, '这里是空的；没有就写 null'],
  [/^Expected at least one output/, '决策表至少要有一个输出'],
  [/but found the hit policy '([^']*)'/, '命中方式 $1 不支持'],
  [/^Expected one of .*, but found (?:dmn:)?(\w+)$/, '不支持 $1 这种写法'],
  [/^line (\d+): expected definitions of BPMN 2\.0, but found (.*)$/, '第 $1 行：不是 BPMN 2.0 流程图（最外层是 $2）'],
  [/^line (\d+): expected every id once, but found '([^']*)' again/, '第 $1 行：编号 $2 重复了'],
  [/^line (\d+): expected an element with the id '([^']*)'/, '第 $1 行：提到的元素 $2 不在图里'],
  [/^line (\d+): expected no attribute (\S+) at (.*)$/, '第 $1 行：$3 不能有属性 $2'],
  [/^line (\d+): expected an attribute (\S+) at (.*)$/, '第 $1 行：$3 缺少属性 $2'],
  [
    /^line (\d+): expected another order of what is in (.*), but found (\S+)/,
    '第 $1 行：$2 里的 $3 位置不对，或者多了',
  ],
  [/^line (\d+): expected nothing of the name (\S+) in (.*)$/, '第 $1 行：$3 里不能有 $2'],
  [/^line (\d+): expected (.*) in (.*), but it ends before$/, '第 $1 行：$3 里缺少 $2'],
  [/^line (\d+): expected (.*) before (\S+) in (.*)$/, '第 $1 行：$4 里，$2 要写在 $3 前面'],
  [/^line (\d+): found the text '(.*)' in (.*), where/, '第 $1 行：$3 里有多余的文字“$2”'],
  [/^line (\d+): expected (.*) to be (?:one of )?(.*), but found '([\s\S]*)'$/, '第 $1 行：$2 应是 $3，现在是“$4”'],
  [/^expected \{"limits"/, '格式应为 {"limits": [{"key": …}]}'],
  // What the parsers of XML say themselves; what they could not read is told before where they stood.
  [
    /line: (\d+)[\s\S]*nested error: (?:unclosed|closing|missing|malformed)/i,
    '第 $1 行附近 XML 没有写完或者写坏了，读不下去',
  ],
  [/unclosed|malformed/i, 'XML 没有写完或者写坏了，读不下去'],
  [/unresolved reference <([^>]*)>/i, '提到的元素 $1 不在文件里'],
  [/(?:unparsable content|unknown (?:element|type|attribute)) <([^>]*)>/i, '有不认识的内容 $1'],
  [/duplicate (?:ID|attribute) <([^>]*)>/i, '$1 重复了'],
  [/illegal ID <([^>]*)>/i, '编号 $1 写得不对'],
  [/failed to parse document as <([^>]*)>|no element|expected a .*root/i, '不是 BPMN、DMN 文件，或者文件是空的'],
  [
    /missing (?:start|end) tag|closing tag|unexpected (?:end|close)|invalid (?:xml|character)|non[- ]whitespace|missing/i,
    'XML 不完整或者写坏了，读不下去',
  ],
  [/^failed to parse expression/, '表达式写得不对'],
]

/** The same in Chinese; what nobody put into Chinese is told as it is. */
export function readingSentence(said: string): string {
  for (const [pattern, zh] of SENTENCES) {
    const match = pattern.exec(said)
    if (match) return zh.replace(/\$(\d)/g, (_, n: string) => spoken(match[Number(n)] ?? ''))
  }
  return deploymentSentence(said)
}

const spoken = (found: string): string => KINDS[found] ?? found.replaceAll(' or ', ' 或者 ').replaceAll(' of ', '，')
