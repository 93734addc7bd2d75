import type { Locale } from '../answering/index.ts'
import type { FirmListError, FirmListErrorCode } from '../reading/index.ts'
import type { ErrorReply } from './api.ts'

const statusOfCode: Readonly<Record<FirmListErrorCode, number>> = {
  'list-missing': 400,
  'list-empty': 400,
  'list-type-unsupported': 415,
  'list-unreadable': 400,
  'list-unclosed-quote': 400,
  'list-too-large': 413,
  'list-too-many-rows': 413,
  'list-header-unknown': 400,
  'list-without-firms': 400,
  'match-policy-unknown': 404,
  'match-policy-ambiguous': 400,
  'match-policy-without-rule': 400,
  'match-busy': 503,
  'match-result-unknown': 404,
}

/** A list that was not taken, as a reply. */
export function listErrorReply(error: FirmListError, locale: Locale): { status: number; body: ErrorReply } {
  return { status: statusOfCode[error.code], body: { error: { code: error.code, message: error.say(locale) } } }
}
