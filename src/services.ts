export { readCorpus } from './adapters/corpus-files.ts'
