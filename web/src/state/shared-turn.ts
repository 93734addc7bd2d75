import type { SharedReply } from '../contract.ts'
import { openTurn, type Turn } from './turn.ts'

/** A shared answer as the parts of an answer show one. */
export function sharedTurn({ question, sentences, notices, citations, asOf }: SharedReply['answer']): Turn {
  return { ...openTurn('shared', question), phase: 'answered', sentences, notices, citations, asOf }
}
