import { type Locale, localized, type Policy } from '../policy/index.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import type { KnownFacts } from './known-facts.ts'
import { type MissingParts, sizeFacts } from './missing-facts.ts'
import { SizeClass } from './size-class.ts'
import { word } from './wording.ts'

interface SizeParts extends MissingParts {
  readonly catalogue: CompiledCatalogue
  findPolicy(id: string): Policy | undefined
}

const standard = 'sme-size-classes'

/** The size class in words, with the clause of 工信部联企业〔2011〕300号 for the industry where that is known. */
export function describeSize(known: KnownFacts, parts: SizeParts, locale: Locale) {
  const { catalogue, sizeClassOf, findPolicy } = parts
  const [size, industry] = [catalogue.find('sizeClass'), catalogue.find('industry')]
  if (size?.definition.type !== 'choice' || !industry)
    throw new RangeError('the catalogue has no sizeClass or no industry')
  const { options } = size.definition
  const names = (known.options[size.index] ?? []).map((place) => size.options[place] ?? '')
  const leaves = (known.options[industry.index] ?? []).map((place) => industry.options[place] ?? '')
  const [definition, ...others] = [...new Set(leaves.map(sizeClassOf))]
  const clause =
    definition && others.length === 0
      ? findPolicy(standard)?.clauses.find(({ anchor }) => anchor === definition.clause)
      : undefined
  const sizes = names
    .map((name) => (options[name] ? localized(options[name].label, locale) : name))
    .join(word(locale, 'or'))
  const isDecided = names.length === 1 && definition && clause
  const inClass = locale === 'en' ? definition?.nameEn : definition?.name
  return {
    possible: names.flatMap((name) => SizeClass.safeParse(name).data ?? []),
    text: isDecided
      ? word(locale, 'size.decided', { class: inClass ?? '', sizes })
      : word(locale, 'size.open', { sizes }),
    missingFacts: names.length === 1 ? [] : sizeFacts(known, parts),
    clause: clause ? quoted(clause) : null,
  }
}

function quoted({ anchor, number, heading, text }: Policy['clauses'][number]) {
  return { policyId: standard, anchor, number, heading, quote: text }
}
