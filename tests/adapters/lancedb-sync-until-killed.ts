import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { manyDocuments } from './many-documents.ts'

/** Brings the index in a folder to a given state and reports each step, to be killed in between. */
const [uri = '', count = '0', edition = '', name = 'ngram-hash-1'] = process.argv.slice(2)
const index = await openPassageIndex({ uri, model: { ...createNgramEmbeddings(), name } })
await index.sync(manyDocuments(Number(count), edition), (done) => console.log(done))
console.log('done')
