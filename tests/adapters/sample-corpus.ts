import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sampleProse } from '../policy/sample-policy.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The front matter of a policy without a fault; `id` stands on line 2, `title` on line 3 of the file. */
export const sampleFrontMatter = `id: sample-loan
title: 示范贷
titleEn: Sample loan
aliases: []
records: [N01]
level: district
kind: loan
part: null
categories: []
issuers: []
documentNumbers: []
status: in-force
publishedOn: null
effectiveFrom: null
effectiveUntil: null
windows: []
supersedes: []
supersededBy: null
prerequisites: []
exclusive: []
benefits: []
rule: null
notConditions: [who]
contact: { organisation: 区发展改革委, phone: null, clause: contact }
sources:
  - { title: 示范, number: null, url: null, nature: known }
confidence: known`

/** A policy file, with one piece of its front matter and of its prose replaced. */
export function sampleText(replace: readonly [string, string] = ['', ''], prose: string = sampleProse): string {
  return `---\n${sampleFrontMatter.replace(...replace)}\n---\n${prose}`
}

export const samplePath = 'policies/changning/sample-loan.md'

/** What rules rest on, for policies without rules. */
const sharedFiles = {
  'facts.yaml': 'groups: {}\nfacts: {}\n',
  'notions.yaml': '{}\n',
  'industries.yaml': readFileSync('corpus/industries.yaml', 'utf8'),
}

/** A corpus folder with the given files, gone after the test. */
export async function writeCorpus(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, content] of Object.entries({ ...sharedFiles, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}
