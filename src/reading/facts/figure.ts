import type { Unit } from '../../eligibility/index.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Clause, Message } from './message.ts'
import type { Relations } from './relations.ts'
import type { Scope } from './scope.ts'
import { unitsOf } from './units.ts'

/** A figure of a message and all that tells what it may mean. */
export interface Figure {
  readonly message: Message
  readonly scope: Scope
  readonly relations: Relations
  readonly quantity: Quantity
  readonly clause: Clause
  readonly units: readonly Unit[]
}

export function figureOf(message: Message, scope: Scope, relations: Relations, quantity: Quantity): Figure {
  return { message, scope, relations, quantity, clause: scope.clauseOf(quantity), units: unitsOf(quantity) }
}

export function canTell({ relations, units, quantity }: Figure, fact: string): boolean {
  const definition = relations.definitionOf(fact)
  // 用过一次 counts no thing, but how often
  const isFit = quantity.unit !== '次' || /次数/.test(definition?.label.zh ?? '')
  return definition?.type === 'number' && units.includes(definition.unit) && isFit
}
