export * from './fill.ts'
export * from './format-date.ts'
export * from './language-of.ts'
export * from './wording.ts'
