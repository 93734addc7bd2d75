import type { Locale } from '../../answering/index.ts'

/** Why a request in OpenAI's form is not served, and what to do; `{name}` is filled in. */
const zh = {
  'model-not-found': '没有模型“{value}”。请用 policy-navigator。',
  'messages-without-question': 'messages 里没有用户的消息。请至少给一条 {"role":"user","content":"…"}。',
  'unsupported-parameter': '不支持 {param}：回答由政策规则和条款得出，只有一份文字回答。请去掉这个参数。',
  'unsupported-content': '{param} 里有文字以外的内容。只能读文字，请去掉图片、音频和文件。',
  'context-length-exceeded': '对话太长，整个请求最多 1 MB。请去掉较早的消息。',
} as const

export type CompletionErrorCode = keyof typeof zh

export const errors: Readonly<Record<Locale, Readonly<Record<CompletionErrorCode, string>>>> = {
  'zh-CN': zh,
  en: {
    'model-not-found': 'There is no model "{value}". Use policy-navigator.',
    'messages-without-question': 'There is no message of the user. Send at least one {"role":"user","content":"…"}.',
    'unsupported-parameter':
      '{param} is not supported: answers come from the rules and clauses of policies, one text each. Leave it out.',
    'unsupported-content': '{param} holds something other than text. Leave out images, audio and files.',
    'context-length-exceeded': 'The conversation is too long; a request may have 1 MB. Leave out earlier messages.',
  },
}

export const sourcesTitle: Readonly<Record<Locale, string>> = { 'zh-CN': '依据：', en: 'Sources:' }
