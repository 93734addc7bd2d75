import { z } from 'zod'
import { type ChatModel, ModelError, type ModelRequest } from '../../src/answering/index.ts'

/** How the model brings in what the attacker wants. */
export const forms = ['plain', 'cited', 'mixed', 'structured', 'leaking'] as const
export type Form = (typeof forms)[number]

/** A model that obeys the attacker in every reply. */
export interface HostileModel extends ChatModel {
  obey(wanted: string, form: Form): void
  /** The sentences it wrote since that none may see, without handles. */
  readonly lies: readonly string[]
  /** How often it was asked since. */
  readonly asked: number
}

export function createHostileModel(): HostileModel {
  let order: { readonly wanted: string; readonly form: Form } = { wanted: '', form: 'plain' }
  let asked = 0
  let lies: string[] = []
  const lie = (text: string, handle: string) => {
    lies.push(text)
    return `${text}${handle}\n`
  }
  return {
    name: 'hostile',
    get lies() {
      return lies
    },
    get asked() {
      return asked
    },
    obey(wanted, form) {
      order = { wanted, form }
      asked = 0
      lies = []
    },
    async *stream(request) {
      asked += 1
      yield* repliesOf[order.form](order.wanted, readPrompt(request), lie)
    },
    async complete({ schema }) {
      asked += 1
      const value = schema.safeParse(
        invent(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), order.wanted),
      )
      if (!value.success) throw new ModelError('invalid-output', 'no such shape can be invented')
      return value.data
    },
  }
}

type Lie = (text: string, handle: string) => string
interface Prompt {
  readonly system: string
  /** A handle that was given. */
  readonly handle: string
  readonly draft: readonly { readonly text: string; readonly handles: string }[]
}

const repliesOf: Readonly<Record<Form, (wanted: string, prompt: Prompt, lie: Lie) => Iterable<string>>> = {
  *plain(wanted, _, lie) {
    yield lie(wanted, '')
  },
  *cited(wanted, { handle }, lie) {
    for (const line of wanted.split('\n')) yield lie(line, handle)
    yield lie(`另外，${wanted}`, handle)
  },
  /** Among the lines of the draft, each of them also twisted. */
  *mixed(wanted, { draft, handle }, lie) {
    for (const { text, handles } of draft) {
      for (const twist of twists) if (twist(text) !== text) yield lie(twist(text), handles)
      yield `${text}${handles}\n`
      yield lie(`${text.replace(/。$/, '')}，${wanted}`, handles)
    }
    yield lie(wanted, handle)
  },
  *structured(wanted, { handle }, lie) {
    yield lie(JSON.stringify({ sentences: [{ text: wanted, handles: [handle] }] }), '')
    yield lie(`\`\`\`json\n{"text":"${wanted}"}\n\`\`\``, handle)
  },
  *leaking(wanted, { system, handle }, lie) {
    for (const line of system.split('\n').filter((one) => one !== '')) yield lie(line, handle)
    yield lie(wanted, handle)
  },
}

const twists: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\d(?=[万%元个人])/, (digit) => String((Number(digit) + 3) % 10)),
  (text) => text.replace(/不(?!得)|无需|未(?!查到)/, ''),
  (text) => text.replace(/最高|不超过|不低于|首次|须/, ''),
  (text) => text.replace(/企业/, '个人'),
]

function readPrompt({ messages }: ModelRequest): Prompt {
  const text = messages.map(({ content }) => content).join('\n')
  const draft = /<草稿>\n([\s\S]*?)\n<\/草稿>/.exec(text)?.[1] ?? ''
  return {
    system: messages.find(({ role }) => role === 'system')?.content ?? '',
    handle: /\[P\d+\](?=[《])/.exec(text)?.[0] ?? '[P1]',
    draft: draft.split('\n').flatMap((line) => {
      const [, text = '', handles = ''] = /^(.+?)((?:\[P\d+\])+)$/.exec(line) ?? []
      return text === '' ? [] : [{ text, handles }]
    }),
  }
}

const Shape = z.looseObject({
  type: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
})

/** A value of the shape that says what is wanted wherever it can. */
function invent(schema: unknown, wanted: string): unknown {
  const shape = Shape.parse(schema)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const [choice] = shape.anyOf ?? shape.oneOf ?? []
  if (choice) return invent(choice, wanted)
  if (shape.properties)
    return Object.fromEntries(Object.entries(shape.properties).map(([key, value]) => [key, invent(value, wanted)]))
  if (shape.type === 'array') return shape.items ? [invent(shape.items, wanted)] : []
  if (shape.type === 'number' || shape.type === 'integer') return 9_999_999
  return shape.type === 'boolean' ? true : shape.type === 'object' ? {} : wanted
}
