import { Converter } from 'opencc-js/t2cn'

/** Traditional characters, as written in Hong Kong or Taiwan, to simplified ones; other text stays as it is. */
export function createSimplifier(): (text: string) => string {
  return Converter({ from: 't', to: 'cn' })
}
