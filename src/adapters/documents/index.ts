export { DocumentError, type DocumentErrorCode } from './document-error.ts'
export { type DocumentFile, type OriginalDocument, readDocument } from './read-document.ts'
