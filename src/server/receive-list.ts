import type { FastifyRequest } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { FirmListError, type MatchDesk, type ReceivedList } from '../reading/index.ts'
import { MatchFields } from './api.ts'

/** Fields and their values are short; what is more than these is no form of ours. */
const formLimits = { fieldNameSize: 100, fieldSize: 1000, fields: 10, files: 1, parts: 12, headerPairs: 100 }
/** The parts of a form around its file. */
const formBytes = 64 * 1024

/** Takes the form of an upload in: its file to the desk, its fields checked. */
export async function receiveList(
  request: FastifyRequest,
  desk: MatchDesk,
): Promise<{ list: ReceivedList; fields: MatchFields }> {
  if (!request.isMultipart()) throw new FirmListError('list-missing')
  refuseLarge(request, desk.mostBytes)
  let list: ReceivedList | null = null
  const given: Record<string, unknown> = {}
  try {
    for await (const part of request.parts({ limits: { ...formLimits, fileSize: desk.mostBytes + 1 } }))
      if (part.type === 'file') list = await desk.receive(part.file, part.filename ?? '')
      else if (part.value !== '') given[part.fieldname] = part.value
    if (!list) throw new FirmListError('list-missing')
    return { list, fields: checkFields(given, request) }
  } catch (error) {
    await list?.discard()
    throw error
  }
}

/** Before anything is read, so that nobody uploads for nothing. */
function refuseLarge({ headers }: FastifyRequest, mostBytes: number): void {
  const limit = String(mostBytes / 1024 / 1024)
  if (Number(headers['content-length'] ?? 0) > mostBytes + formBytes)
    throw new FirmListError('list-too-large', { file: { term: 'unnamed' }, limit })
}

/** By the compiler that checks all other requests, so that faults are described alike. */
function checkFields(given: Readonly<Record<string, unknown>>, { method, url }: FastifyRequest): MatchFields {
  const checked = validatorCompiler({ schema: MatchFields, method, url, httpPart: 'body' })(given)
  if (checked && typeof checked === 'object' && 'error' in checked)
    throw Object.assign(new Error('the fields of the form are not valid'), { validation: checked.error })
  return MatchFields.parse(given)
}
