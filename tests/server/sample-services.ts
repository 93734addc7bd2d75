import { join } from 'node:path'
import { loadFactCatalogue, loadIndustries } from '../../src/adapters/corpus-files.ts'
import { createMemoryConversations } from '../../src/adapters/memory-conversations.ts'
import { writeWordDocument } from '../../src/adapters/word-document.ts'
import type { ConversationStore } from '../../src/answering/index.ts'
import { createAssessor, createIndustries, createNextQuestion } from '../../src/eligibility/index.ts'
import { type Policy, policyDocument } from '../../src/policy/index.ts'
import type { AppServices, ServerSettings } from '../../src/server/app-services.ts'
import { blankPolicy } from '../blank-policy.ts'
import { createScriptedAssistant, type Script, type ScriptedAssistant } from './scripted-assistant.ts'

const catalogue = await loadFactCatalogue('corpus')
const industries = createIndustries(await loadIndustries('corpus'))

interface SampleOptions {
  readonly conversations?: ConversationStore
  readonly script?: Script
  readonly settings?: Partial<ServerSettings>
}

export interface SampleServices extends AppServices {
  readonly assistant: ScriptedAssistant
}

export function sampleServices({
  script,
  settings,
  conversations = createMemoryConversations(),
}: SampleOptions = {}): SampleServices {
  const policies = [
    samplePolicy({}),
    samplePolicy({ id: 'old-loan', title: '老贷款', effectiveUntil: '2025-12-31', level: 'district' }),
  ]
  const assessor = createAssessor({ policies, catalogue, notions: {}, industries })
  return {
    assistant: createScriptedAssistant(conversations, script),
    openConversation: () => createScriptedAssistant(createMemoryConversations(), script),
    eligibility: {
      assessor,
      catalogue,
      industries,
      nextQuestion: createNextQuestion(assessor, catalogue),
      readFacts: () => ({ firms: [{}], problems: [] }),
    },
    conversations,
    policies,
    findDocument: async (id) => {
      const policy = policies.find((candidate) => candidate.id === id)
      return policy ? { document: policyDocument(policy), supersededBy: null, sourceTitle: '通知' } : null
    },
    writeWord: writeWordDocument,
    isReady: async () => [{ name: 'index', ok: true, detail: '1,000 passages' }],
    today: () => '2026-11-23',
    settings: {
      logLevel: 'silent',
      rateLimitPerMinute: 0,
      trustProxy: false,
      widgetOrigins: [],
      cookieSecret: 'a secret of the tests that is long enough',
      webFolder: join(import.meta.dirname, 'no-such-folder'),
      ...settings,
    },
  }
}

function samplePolicy(changes: Partial<Policy>): Policy {
  return {
    ...blankPolicy,
    id: 'tech-performance-loan',
    title: '科技履约贷（含保费补贴）',
    titleEn: 'Technology performance loan',
    aliases: ['履约贷'],
    level: 'municipal',
    part: '科技创新',
    documentNumbers: ['沪科〔2025〕212号'],
    publishedOn: '2025',
    sources: [{ title: '通知', number: null, url: null, nature: 'repost' }],
    clauses: [
      {
        anchor: 'premium-subsidy',
        number: 1,
        heading: '给什么',
        topics: ['amount'],
        text: '科技履约贷的授信企业，可按实际支付保费的50%获得保费补贴。',
        from: null,
        until: null,
        nature: null,
        line: 40,
      },
    ],
    ...changes,
  }
}
