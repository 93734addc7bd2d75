export * from './ports.ts'
export * from './retriever.ts'
