import { type AskErrorCode, type ModelCall, messageLimit } from '../answering/index.ts'

/** Why a question was not taken, and what to do. */
export const askProblems: Readonly<Record<AskErrorCode, string>> = {
  'message-empty': '问题是空的，请写下想问的内容，例如：科技履约贷怎么申请？',
  'message-without-words': '没有读到文字，请用一句话写下想问的内容，例如：科技履约贷怎么申请？',
  'message-too-long': `问题太长了，最多 ${messageLimit} 个字，请缩短或分几次来问。`,
  'conversation-unknown': '这个对话已不存在，请重新开始。',
  'question-unknown': '没有找到要修改的问题：它可能已修改或删除。',
}

const modelSteps: Readonly<Record<ModelCall['step'], string>> = {
  read: '读取企业情况',
  reword: '补全问题',
  word: '润色回答',
}

/** What a language model did for an answer, for whoever runs it: the reasons are those of the trace. */
export function modelCallLine({ step, outcome, durationMs, accepted, dropped }: ModelCall): string {
  const reasons = Object.entries(dropped).map(([reason, count]) => `${reason} ${count}`)
  return [
    `语言模型（${modelSteps[step]}）：${outcome}，${Math.round(durationMs)} 毫秒，采用 ${accepted} 条`,
    ...(reasons.length > 0 ? [`未采用：${reasons.join('、')}`] : []),
  ].join('，')
}
