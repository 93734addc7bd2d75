export * from './clause.ts'
export * from './dates.ts'
export * from './passage.ts'
export * from './policy.ts'
