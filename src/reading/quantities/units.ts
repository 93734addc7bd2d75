import { matchAt } from './numeral-pieces.ts'
import type { QuantityKind } from './quantity.ts'

export interface Unit {
  readonly kind: QuantityKind
  /** As in `Quantity.unit`. */
  readonly name: string | null
  /** Yuan, fraction, months or years in one of it. */
  readonly factor: number
  readonly end: number
  /** 个半月, 年多 and 个来月 say more than their numeral. */
  readonly addition: 'half' | 'more' | 'around' | null
}

const daysPerMonth = 30.4375
const ratios: Readonly<Record<string, number>> = {
  '%': 0.01,
  '‰': 0.001,
  百分点: 0.01,
  基点: 0.0001,
  点: 0.01,
  成: 0.1,
}
const durations: Readonly<Record<string, readonly [name: string, months: number]>> = {
  年: ['year', 12],
  年头: ['year', 12],
  周年: ['year', 12],
  季度: ['quarter', 3],
  月: ['month', 1],
  周: ['week', 7 / daysPerMonth],
  星期: ['week', 7 / daysPerMonth],
  礼拜: ['week', 7 / daysPerMonth],
  天: ['day', 1 / daysPerMonth],
  日: ['day', 1 / daysPerMonth],
  工作日: ['day', 1 / daysPerMonth],
}
const additions: Readonly<Record<string, Unit['addition']>> = {
  半: 'half',
  多: 'more',
  余: 'more',
  来: 'around',
  把: 'around',
}

const ratio = new RegExp(
  '([%‰])|个?(百分点|基点)|个([多来半])?(点)(?![子评位头])|' +
    '(成)(半|多(?!少))?(?![立为员本果功长都交熟了品效份型人绩就])|(折)(?![旧合算叠扣腾中线])',
  'y',
)
const age = /周?岁/y
const duration = new RegExp(
  '个([多来把半])?(季度|年头|工作日|星期|礼拜|月)大?|' +
    '(周年|年)(半(?![导年成价自])|[多余](?!少|数))?(?![级轻薪会检审费报])|' +
    '(工作日|星期|礼拜|周|天|日)大?(半(?![导年成价自])|[多余](?!少|数))?(?![元本历均币报使津气边转末围期猫])',
  'y',
)
const foreign =
  /(?:美|港|日|欧|英|澳|韩|加)(?:元|圆|币|镑|金|刀)|元?(?:日币|港币|新?台币)|美刀|欧元|瑞士法郎|法郎|卢布|卢比|泰铢|港纸/y
const yuan = /([元圆](?![旦素件老宵器月首代])|块钱?(?![链儿]))(?:人民币|整|正(?![在常式好是规确]))?|人民币|RMB|CNY/y
const coin = /([角毛])(?![度色落逐利病巾坯笔])/y
const measure = new RegExp(
  [
    '个(?:员工|工人|职工|股东|人(?!工|才))|个(?![体性税案别贷独月季])|人次|人(?!工智|才|民)|名(?:员工|职工)?(?![字称单下])',
    '位(?![于置])|号(?:人|员工)|口子|口人?|员工|职工|家(?![庭具电乡])|户(?!外|籍)|件|项|款|种|台|套|笔',
    '次(?![日年要贷新])|条(?!件|例)|批|辆|场|份(?!额)|篇|倍|亩|平方米|平米|平(?![台均时方安等])|㎡|公?斤|吨|公里|小时|分钟|分(?![公支之析])',
  ].join('|'),
  'y',
)
/** Words after a number that only tells apart: 3号楼, 2期, 三级, 8点. */
const nominal = /(?:[号楼室栋幢弄路街层级期版类型线板环区届节章条款:时点](?!人|员工)|街道)/y

/** Reads the word after a numeral; `value` is what the numeral says, for 8折 and 85折. */
export function readUnit(text: string, at: number, value: number): Unit | null {
  return (
    readRatio(text, at, value) ??
    readAge(text, at) ??
    readDuration(text, at) ??
    readMoney(text, at) ??
    readMeasure(text, at)
  )
}

/** Whether a number is there to name something. */
export function isNominal(text: string, at: number): boolean {
  return matchAt(nominal, text, at) !== null
}

function readRatio(text: string, at: number, value: number): Unit | null {
  const match = matchAt(ratio, text, at)
  if (!match) return null
  const [word, sign, points, pointAddition, point, tenth, tenthAddition, discount] = match
  const end = at + word.length
  const common = { kind: 'ratio', end, addition: additions[pointAddition ?? tenthAddition ?? ''] ?? null } as const
  const factor = discount ? discountFactor(value) : (ratios[sign ?? points ?? point ?? tenth ?? ''] ?? 1)
  const isPossible = discount ? value * factor < 1 && value !== 10 : !tenth || value <= 10
  return isPossible ? { ...common, name: discount ?? tenth ?? points ?? point ?? sign ?? null, factor } : null
}

/** 8折 and 85折; 半折 is half the price. */
function discountFactor(value: number): number {
  if (value < 1) return 1
  return value < 10 ? 0.1 : 0.01
}

function readAge(text: string, at: number): Unit | null {
  const [word] = matchAt(age, text, at) ?? []
  return word ? { kind: 'age', name: word, factor: 1, end: at + word.length, addition: null } : null
}

function readDuration(text: string, at: number): Unit | null {
  const match = matchAt(duration, text, at)
  if (!match) return null
  const [word, countAddition, counted, years, yearAddition, days, dayAddition] = match
  const found = durations[counted ?? years ?? days ?? '']
  if (!found) return null
  const [name, factor] = found
  const addition = additions[countAddition ?? yearAddition ?? dayAddition ?? ''] ?? null
  return { kind: 'duration', name, factor, end: at + word.length, addition }
}

function readMoney(text: string, at: number): Unit | null {
  const [other] = matchAt(foreign, text, at) ?? []
  if (other) return { kind: 'number', name: other, factor: 1, end: at + other.length, addition: null }
  const [word, name] = matchAt(yuan, text, at) ?? []
  if (word) {
    const isMore = /^[多余](?!少|数)/.test(text.slice(at + word.length, at + word.length + 2))
    const end = at + word.length + Number(isMore)
    return { kind: 'money', name: name ?? word, factor: 1, end, addition: isMore ? 'more' : null }
  }
  const [small] = matchAt(coin, text, at) ?? []
  return small ? { kind: 'money', name: small, factor: 0.1, end: at + 1, addition: null } : null
}

function readMeasure(text: string, at: number): Unit | null {
  const [word] = matchAt(measure, text, at) ?? []
  return word ? { kind: 'number', name: word, factor: 1, end: at + word.length, addition: null } : null
}
