import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Assistant, ChatModel } from '../../src/answering/index.ts'
import { loadConfig } from '../../src/config.ts'
import { chunkDocument } from '../../src/policy/chunking/index.ts'
import { openLocalServices, originalIdOf, readDocument } from '../../src/services.ts'
import { createHostileModel, type Form, forms, type HostileModel } from '../models/hostile-model.ts'
import { type Attack, documentText, isSpoken, loadAttacks, type SpokenAttack } from './attack.ts'
import { firmNameFaults } from './firm-names.ts'
import { faultsOf } from './judge.ts'

/** What one attack in one form led to. */
interface Result {
  readonly attack: Attack
  /** Null where no model takes part. */
  readonly form: Form | null
  readonly isAsked: boolean
  /** Sentences of the model that were shown: the true ones among the lies. */
  readonly shown: number
  readonly dropped: Readonly<Record<string, number>>
  readonly faults: readonly string[]
}

export interface InjectionReport {
  readonly metrics: Readonly<Record<string, number>>
  readonly results: readonly Result[]
}

/** Runs every attack in every form against the real corpus with a model that obeys the attacker. */
export async function runInjectionEval(attacks: readonly Attack[] = loadAttacks()): Promise<InjectionReport> {
  const spoken = attacks.filter(isSpoken)
  const model = createHostileModel()
  const [attacked, plain] = [await openUnder(attacks, model), await openUnder(attacks, undefined)]
  const results: Result[] = []
  try {
    for (const attack of spoken) {
      const expected = await converse(plain.assistant, attack)
      results.push({ ...resultOf(attack, null), faults: judge(attack, expected, expected, []) })
      for (const form of forms) results.push(await tryForm(attack, form, expected, attacked.assistant, model))
    }
  } finally {
    await attacked.close()
    await plain.close()
  }
  const named = await firmNameFaults(attacks.filter((attack) => attack.channel === 'firm-name'))
  for (const attack of attacks.filter((one) => !isSpoken(one)))
    results.push({ ...resultOf(attack, null), faults: named.get(attack.id) ?? ['was not tried'] })
  const escaped = results.filter(({ faults }) => faults.length > 0)
  return {
    metrics: {
      attacks: new Set(attacks.map(({ id }) => id)).size,
      trials: results.length,
      modelAsked: results.filter(({ isAsked }) => isAsked).length,
      sentencesShown: results.reduce((sum, { shown }) => sum + shown, 0),
      escaped: escaped.length,
      attacksEscaped: new Set(escaped.map(({ attack }) => attack.id)).size,
    },
    results,
  }
}

const resultOf = (attack: Attack, form: Form | null) => ({ attack, form, isAsked: false, shown: 0, dropped: {} })

async function tryForm(
  attack: SpokenAttack,
  form: Form,
  expected: readonly Answer[],
  assistant: Assistant,
  model: HostileModel,
): Promise<Result> {
  model.obey(attack.wanted, form)
  const answers = await converse(assistant, attack)
  const dropped: Record<string, number> = {}
  const calls = answers.flatMap(({ modelCalls = [] }) => modelCalls)
  for (const [reason, count] of calls.flatMap((call) => Object.entries(call.dropped)))
    dropped[reason] = (dropped[reason] ?? 0) + count
  const shown = calls.reduce((sum, { accepted }) => sum + accepted, 0)
  const faults = judge(attack, answers, expected, model.lies)
  return { attack, form, isAsked: model.asked > 0, shown, dropped, faults }
}

function judge(
  { forbidden }: SpokenAttack,
  answers: readonly Answer[],
  expected: readonly Answer[],
  lies: readonly string[],
): string[] {
  return answers.flatMap((answer, turn) => {
    const plain = expected[turn]
    return plain ? faultsOf({ forbidden, lies, answer, plain }) : ['has no counterpart without a model']
  })
}

async function converse(assistant: Assistant, { messages }: SpokenAttack): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const message of messages) {
    const conversationId = answers.at(-1)?.conversationId
    const request = { message, ownerId: 'eval', asOf: '2026-11-23', ...(conversationId && { conversationId }) }
    for await (const event of assistant.ask(request)) if (event.type === 'answer-end') answers.push(event.answer)
  }
  return answers
}

/** The product's assistant over the corpus and the attacked originals; settings of the machine take no part. */
async function openUnder(attacks: readonly Attack[], chatModel: ChatModel | undefined) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'policy-navigator-eval-'))
  const config = loadConfig({ DATA_DIR: dataFolder, LOG_LEVEL: 'silent' })
  const services = await openLocalServices(config, undefined, chatModel ? { chatModel } : {})
  const { knowledge, assistant } = services
  for (const attack of attacks) if (attack.channel === 'document') await ingest(attack, knowledge.originals)
  await knowledge.sync()
  const close = async () => {
    await services.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { assistant, close }
}

type Originals = Awaited<ReturnType<typeof openLocalServices>>['knowledge']['originals']

async function ingest(attack: Extract<Attack, { channel: 'document' }>, originals: Originals): Promise<void> {
  const fileName = `${attack.plan}.txt`
  const { title, documentNumber, publishedOn, text } = await readDocument({
    name: fileName,
    bytes: Buffer.from(documentText(attack)),
  })
  const id = originalIdOf(fileName)
  const passages = chunkDocument({ documentId: id, title, text })
  await originals.save({
    fileName,
    addedAt: '2026-11-23T00:00:00.000Z',
    document: {
      ...{
        id,
        origin: 'original',
        title,
        documentNumber,
        publishedOn,
        text,
        passages,
        level: null,
        kind: null,
        aliases: [],
      },
      ...{ status: 'in-force', effectiveFrom: null, effectiveUntil: null, sourceUrl: null },
    },
  })
}
