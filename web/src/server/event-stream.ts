/** One event of a `text/event-stream` body. */
export interface ServerEvent {
  readonly name: string
  readonly data: string
}

/** Reads the events of a body as they arrive, however the network cuts its bytes. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let name = 'message'
  let data: string[] = []
  for await (const line of readLines(body)) {
    if (line === '') {
      if (data.length > 0) yield { name, data: data.join('\n') }
      name = 'message'
      data = []
      continue
    }
    const field = readField(line)
    if (field.name === 'event') name = field.value
    if (field.name === 'data') data.push(field.value)
  }
}

/** A line that starts with a colon is a comment: its field has no name. */
function readField(line: string) {
  const colon = line.indexOf(':')
  if (colon < 0) return { name: line, value: '' }
  return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') }
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of readChunks(body)) {
    // A carriage return at the end waits: the next chunk may bring its line feed.
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    yield* lines
  }
}

// Safari cannot iterate a stream, hence the reader.
async function* readChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
