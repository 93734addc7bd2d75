/** Arithmetic over facts: + - * /, `min(a, b, …)`, `max(a, b, …)` and `bands(x, floor, points, floor, points, …)`. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'fact'; readonly key: string }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }
type Operator = '+' | '-' | '*' | '/'
type FunctionName = 'min' | 'max' | 'bands'

/** Closed bounds within which a value lies. */
export interface Range {
  readonly low: number
  readonly high: number
}

export class ExpressionError extends Error {
  readonly code = 'expression-invalid'
}

const token = /\s*(?:(\d+(?:\.\d+)?)|([a-zA-Z][a-zA-Z0-9]*)|([-+*/(),]))/y
const precedence: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 }
const functionNames = ['min', 'max', 'bands'] as const

/** Reads an expression; throws an `ExpressionError` that shows where it breaks off. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  let place = 0
  const fail = (expected: string): never => {
    throw new ExpressionError(`"${text}": expected ${expected}, found ${tokens[place] ?? 'the end'}`)
  }
  const take = (expected: string): void => {
    if (tokens[place] !== expected) fail(`"${expected}"`)
    place += 1
  }
  const sum = (least: number): Expression => {
    let left = operand()
    for (
      let operator = tokens[place];
      isOperator(operator) && precedence[operator] >= least;
      operator = tokens[place]
    ) {
      place += 1
      left = { kind: 'binary', operator, left, right: sum(precedence[operator] + 1) }
    }
    return left
  }
  const operand = (): Expression => {
    const word = tokens[place] ?? ''
    place += 1
    if (/^\d/.test(word)) return { kind: 'number', value: Number(word) }
    if (word === '-') return { kind: 'binary', operator: '-', left: { kind: 'number', value: 0 }, right: operand() }
    if (word === '(') {
      const inner = sum(1)
      take(')')
      return inner
    }
    if (/^[a-zA-Z]/.test(word)) return tokens[place] === '(' ? call(word) : { kind: 'fact', key: word }
    place -= 1
    return fail('a number, a fact or "("')
  }
  const call = (word: string): Expression => {
    const name = functionNames.find((known) => known === word)
    if (!name)
      throw new ExpressionError(`"${text}": the function "${word}" is unknown; use ${functionNames.join(', ')}`)
    const args: Expression[] = []
    do {
      place += 1
      args.push(sum(1))
    } while (tokens[place] === ',')
    take(')')
    return { kind: 'call', name, args }
  }
  const expression = sum(1)
  if (place < tokens.length) fail('an operator')
  return expression
}

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const start = token.lastIndex
    const match = token.exec(text)
    if (!match) throw new ExpressionError(`"${text}": cannot be read from "${text.slice(start)}" on`)
    tokens.push(match[0].trim())
  }
  return tokens
}

function isOperator(word: string | undefined): word is Operator {
  return word === '+' || word === '-' || word === '*' || word === '/'
}

/** The facts an expression names, each once. */
export function factsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'fact':
      return [expression.key]
    case 'binary':
      return [...new Set([...factsOf(expression.left), ...factsOf(expression.right)])]
    case 'call':
      return [...new Set(expression.args.flatMap(factsOf))]
  }
}

/** The numbers written in an expression. */
export function numbersOf(expression: Expression): number[] {
  switch (expression.kind) {
    case 'number':
      return [expression.value]
    case 'fact':
      return []
    case 'binary':
      return [...numbersOf(expression.left), ...numbersOf(expression.right)]
    case 'call':
      return expression.args.flatMap(numbersOf)
  }
}

/** The range in which the value lies when each fact lies in its own; exact where all facts are. */
export function rangeOf(expression: Expression, known: (key: string) => Range): Range {
  switch (expression.kind) {
    case 'number':
      return { low: expression.value, high: expression.value }
    case 'fact':
      return known(expression.key)
    case 'binary':
      return combine(expression.operator, rangeOf(expression.left, known), rangeOf(expression.right, known))
    case 'call':
      return callRange(expression, known)
  }
}

function combine(operator: Operator, a: Range, b: Range): Range {
  if (operator === '+') return { low: tidy(a.low + b.low), high: tidy(a.high + b.high) }
  if (operator === '-') return { low: tidy(a.low - b.high), high: tidy(a.high - b.low) }
  if (operator === '*') return spanOf([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map(orZero))
  if (b.low > 0 || b.high < 0)
    return spanOf([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high].map(orZero))
  return {
    low: b.low === 0 && a.low >= 0 ? orZero(a.low / b.high) : Number.NEGATIVE_INFINITY,
    high: b.low === 0 && a.high <= 0 ? orZero(a.high / b.high) : Number.POSITIVE_INFINITY,
  }
}

/** 0 × ∞ and ∞ ÷ ∞ bound nothing: the other corners do. */
function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value
}

function spanOf(values: readonly number[]): Range {
  return { low: tidy(Math.min(...values)), high: tidy(Math.max(...values)) }
}

/** Binary fractions must not decide at a boundary: 2 520 000 ÷ 36 000 000 is 0.07. */
function tidy(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value
  return Number(value.toPrecision(12))
}

function callRange({ name, args }: Expression & { kind: 'call' }, known: (key: string) => Range): Range {
  const ranges = args.map((arg) => rangeOf(arg, known))
  if (name === 'bands') {
    const [of = { low: 0, high: 0 }, ...steps] = ranges
    return { low: bandOf(of.low, steps), high: bandOf(of.high, steps) }
  }
  const pick = Math[name]
  return { low: pick(...ranges.map(({ low }) => low)), high: pick(...ranges.map(({ high }) => high)) }
}

/** The points of the highest floor that the value reaches; 0 below all of them. Points rise with the floors. */
function bandOf(value: number, steps: readonly Range[]): number {
  let points = 0
  for (let index = 0; index + 1 < steps.length; index += 2)
    if (value >= (steps[index]?.low ?? 0)) points = Math.max(points, steps[index + 1]?.low ?? 0)
  return points
}
