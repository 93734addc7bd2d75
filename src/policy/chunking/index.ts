export * from './chunk-document.ts'
export { type Label, readLabel } from './numbering.ts'
