import type { Locale } from '../answering/index.ts'

/** What the interface says when something goes wrong, and what to do then; `{name}` is filled in. */
const zh = {
  'message-empty': '问题是空的。请写下想问的内容，例如“有哪些针对科技型中小企业的贷款？”',
  'message-without-words': '没有读到文字。请用一句话写下想问的内容，例如“科技履约贷怎么申请？”',
  'message-too-long': '问题太长了，最多 500 个字。请缩短，或分几次来问。',
  'conversation-unknown': '没有找到这个对话：它可能已删除，或属于别的访客。请去掉 conversationId，开始新的对话。',
  'question-unknown': '没有找到要修改的问题：它可能已在别处修改或删除。请刷新页面，再从现有的对话继续。',
  'answer-unknown': '没有找到这条回答：它可能已随对话删除。没有作任何记录或更改。',
  'share-unknown': '这个分享链接不存在、已撤回或已过期。请向分享的人要新的链接，或自己来问一遍。',
  'page-unknown': '没有这一页：after 应为上一页回复里的 next，原样传回。',
  'policy-unknown': '没有编号为“{id}”的政策。请从 /v1/policies 的列表里取编号。',
  'document-unknown': '没有编号为“{id}”的文件：编号有误，或文件已撤下。',
  'profile-invalid': '企业信息有误：{problems}。请改正后重试。',
  'span-reversed': '起始日期 {from} 晚于截止日期 {until}。请对调后重试。',
  'token-invalid': '访问令牌无效或已过期。请去掉 Authorization 请求头重新提问，即可得到新令牌。',
  'visitor-token-invalid': '访客令牌无效、已过期或属于别的网站。请到 POST /v1/widget/token 重新取得。',
  'origin-refused':
    '来源 {origin} 没有开通小组件。要开通，请在本服务的环境变量 WIDGET_ORIGINS 里加上这个来源（逗号分隔）后重启。',
  'request-invalid': '请求有误：{problems}。请改正后重试；字段说明见 /docs。',
  'body-not-json': '请求正文不是正确的 JSON。请检查引号、逗号和括号后重试。',
  'body-not-utf8': '请求正文不是 UTF-8 编码。请改用 UTF-8 后重试。',
  'body-missing': '请求没有正文。请以 JSON 发送，例如 {"message":"有哪些贷款？"}。',
  'body-too-large': '请求正文太大，最多 64 kB。请缩短后重试。',
  'media-type-unsupported': '请求正文的类型不受支持。请把 Content-Type 设为 application/json。',
  'address-malformed': '网址写法有误。请检查其中的 % 编码。',
  'request-malformed': '请求不完整或格式有误，服务器没有读懂。请重试。',
  'route-unknown': '没有这个接口：{method} {path}。请检查方法和网址；全部接口见 /docs。',
  'rate-limited': '提问太频繁了，请 {seconds} 秒后再试。',
  'answer-timeout': '这次回答用时过长，已经停止。请再问一次，或把问题写得更具体。',
  'request-aborted': '请求已取消。',
  'internal-error': '服务器出了问题，这次没有完成。请稍后再试；若反复出现，请告诉管理员编号 {id}。',
} as const

export type ErrorCode = keyof typeof zh

const en: Readonly<Record<ErrorCode, string>> = {
  'message-empty': 'The question is empty. Please write what you would like to know.',
  'message-without-words': 'No words were found. Please write your question as a sentence.',
  'message-too-long': 'The question is too long; the limit is 500 characters. Please shorten or split it.',
  'conversation-unknown':
    'This conversation was not found: it was deleted or belongs to somebody else. Leave out conversationId to start a new one.',
  'question-unknown':
    'The question to correct was not found: it was corrected or deleted elsewhere. Reload the page and go on from there.',
  'answer-unknown': 'This answer was not found; it may have been deleted. Nothing was recorded or changed.',
  'share-unknown':
    'This link does not exist, was withdrawn or has expired. Ask whoever sent it for a new one, or ask the question yourself.',
  'page-unknown': 'There is no such page: send back `next` of the page before as `after`, unchanged.',
  'policy-unknown': 'There is no policy "{id}". Take an id from the list at /v1/policies.',
  'document-unknown': 'There is no document "{id}": the id is wrong or the document was withdrawn.',
  'profile-invalid': 'The company profile is not valid: {problems}. Please correct it and try again.',
  'span-reversed': 'The span begins on {from}, after its end on {until}. Please exchange the two.',
  'token-invalid': 'The access token is not valid. Ask without the Authorization header to get a new one.',
  'visitor-token-invalid':
    'The visitor token is not valid, has expired or belongs to another site. Get a new one from POST /v1/widget/token.',
  'origin-refused':
    'The widget is not enabled for the origin {origin}. To enable it, add this origin to WIDGET_ORIGINS (separated by commas) in the environment of this service and restart it.',
  'request-invalid':
    'The request is not valid: {problems}. Please correct it and try again; /docs describes the fields.',
  'body-not-json': 'The request body is not valid JSON. Check quotes, commas and brackets.',
  'body-not-utf8': 'The request body is not UTF-8. Please send it as UTF-8.',
  'body-missing': 'The request has no body. Send JSON such as {"message":"Which loans are there?"}.',
  'body-too-large': 'The request body is too large; the limit is 64 kB.',
  'media-type-unsupported': 'The media type of the body is not supported. Set Content-Type to application/json.',
  'address-malformed': 'The address is malformed. Check its percent-encoding.',
  'request-malformed': 'The request is incomplete or malformed. Please try again.',
  'route-unknown': 'There is no {method} {path}. Check method and address; /docs lists all.',
  'rate-limited': 'Too many questions at once. Please try again in {seconds} seconds.',
  'answer-timeout': 'This answer took too long and was stopped. Please ask again or be more specific.',
  'request-aborted': 'The request was cancelled.',
  'internal-error':
    'Something went wrong on the server. Please try again later; if it persists, quote {id} to the administrator.',
}

/** What can be wrong with one field of a request. */
const zhProblems = {
  missing: '缺少“{field}”',
  type: '“{field}”应为{expected}',
  unknown: '不认识的字段“{field}”',
  choice: '“{field}”只能是 {expected} 之一',
  date: '“{field}”应为真实存在的日期，写作 2026-11-23 的样子',
  uuid: '“{field}”应为 UUID',
  long: '“{field}”最多 {expected} 个字',
  value: '“{field}”的值不对',
} as const

export type FieldProblem = keyof typeof zhProblems

const enProblems: Readonly<Record<FieldProblem, string>> = {
  missing: '"{field}" is missing',
  type: '"{field}" must be {expected}',
  unknown: 'unknown field "{field}"',
  choice: '"{field}" must be one of {expected}',
  date: '"{field}" must be an existing date such as 2026-11-23',
  uuid: '"{field}" must be a UUID',
  long: '"{field}" may have at most {expected} characters',
  value: 'the value of "{field}" is not valid',
}

const zhTypes: Readonly<Record<string, string>> = {
  string: '文字（字符串）',
  object: '对象',
  record: '对象',
  number: '数字',
  boolean: 'true 或 false',
}

export const wording = {
  'zh-CN': { errors: zh, problems: zhProblems, types: zhTypes, separator: '；', body: '请求正文' },
  en: {
    errors: en,
    problems: enProblems,
    types: {} as Readonly<Record<string, string>>,
    separator: '; ',
    body: 'body',
  },
} as const satisfies Record<Locale, unknown>

/** The page shown where there is no other. */
export const pages = {
  'not-built': {
    title: '网页还没有构建',
    text: '接口已可使用。要打开网页，请在项目文件夹里运行 npm run build，然后刷新。',
  },
  'not-found': { title: '没有这个页面', text: '网址有误，或页面已移走。' },
} as const

export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
