import { type AskErrorCode, messageLimit } from '../answering/index.ts'

/** Why a question was not taken, and what to do. */
export const askProblems: Readonly<Record<AskErrorCode, string>> = {
  'message-empty': '问题是空的，请写下想问的内容，例如：科技履约贷怎么申请？',
  'message-without-words': '没有读到文字，请用一句话写下想问的内容，例如：科技履约贷怎么申请？',
  'message-too-long': `问题太长了，最多 ${messageLimit} 个字，请缩短或分几次来问。`,
  'conversation-unknown': '这个对话已不存在，请重新开始。',
  'question-unknown': '没有找到要修改的问题：它可能已修改或删除。',
}
