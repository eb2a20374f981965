/** Parts of bpmn.io whose templates carry `style` attributes, which our pages do not allow. */
const STYLED =
  /node_modules\/(bpmn-js-properties-panel\/dist|bpmn-js\/lib\/features\/(align|distribute)-elements|bpmn-js-color-picker\/colors)\//

/** Turns `style="stroke:red"` in their templates into `stroke="red"` while building: the same look, and no inline style. */
export const withoutStyleAttributes = () => ({
  name: 'without-style-attributes',
  transform: (code: string, id: string): string | undefined =>
    STYLED.test(id)
      ? code.replaceAll(/(?<=[\s"])style="([^"]*)"/g, (_, style: string) => asAttributes(style))
      : undefined,
})

const asAttributes = (style: string): string =>
  style
    .split(';')
    .map(each => each.split(':').map(part => part.trim()))
    .flatMap(([name, value]) => (name && value ? [`${name}="${value}"`] : []))
    .join(' ')
