import { Command, Option } from 'commander'
import { Locale } from '../answering/index.ts'
import { loadConfig } from '../config.ts'
import { Verdict } from '../eligibility/index.ts'
import {
  createProgress,
  openFirmMatching,
  openKnowledge,
  openLocalServices,
  originalIdOf,
  readCorpus,
  readDocument,
  today,
} from '../services.ts'
import { createTools } from '../tools/index.ts'
import { checkPeriod, parseDate, parseWebAddress } from './arguments.ts'
import { runAsk } from './ask.ts'
import { reportCorpus } from './corpus-check.ts'
import { ingestFiles, listDocuments, removeDocuments } from './ingest.ts'
import { parseVerdicts, runMatch, writeTemplate } from './match.ts'

const program = new Command('policy-navigator')
  .description('惠企政策通：在终端里查政策、收录官方原文、检查政策库')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '命令有误：')) })
  .showHelpAfterError('加上 --help 可查看用法。')

program
  .command('ask')
  .description('问一个问题；不写问题则进入连续对话')
  .argument('[question...]', '问题')
  .option('--as-of <date>', '按哪一天回答，如 2026-11-23', parseDate)
  .addOption(new Option('--locale <locale>', '回答用语').choices(Locale.options))
  .option('--json', '输出完整的 JSON', false)
  .action(async (words: string[], { asOf, locale, json }) => {
    const { assistant, close } = await openLocalServices(loadConfig(), createProgress('更新索引'))
    try {
      await runAsk(words.join(' '), { assistant, asOf: asOf ?? today(), locale, json })
    } finally {
      await close()
    }
  })

program
  .command('ingest')
  .description('收录官方原文（.txt .md .html .docx .pdf），或用 --remove 移除')
  .argument('[files...]', '文件；移除时可用文件名、标题或编号')
  .option('--remove', '移除，之后不会再被引用', false)
  .option('--list', '列出已收录的文件', false)
  .option('--title <title>', '标题，默认从文件中读取')
  .option('--number <number>', '文号，默认从文件中读取')
  .addOption(new Option('--status <status>', '状态').choices(['in-force', 'draft', 'historical', 'unverified']))
  .option('--from <date>', '生效日期', parseDate)
  .option('--until <date>', '失效日期（最后有效日）', parseDate)
  .option('--url <url>', '官方网址', parseWebAddress)
  .action(async (files: string[], options) => {
    if (files.length === 0 && !options.list) program.error('请写出要收录的文件，例如 npm run ingest -- 通知.pdf')
    checkPeriod(options)
    const knowledge = await openKnowledge(loadConfig())
    const parts = { knowledge, readDocument, originalIdOf, onProgress: createProgress('更新索引') }
    if (options.list) await listDocuments(parts)
    else if (options.remove) process.exitCode = (await removeDocuments(files, parts)) > 0 ? 1 : 0
    else process.exitCode = (await ingestFiles(files, options, parts)) > 0 ? 1 : 0
    await knowledge.index.close()
  })

program
  .command('match')
  .description('用企业名单（.csv .xlsx）匹配政策，或为一项政策找企业')
  .argument('[list]', '企业名单')
  .option('--out <file>', '结果文件（.xlsx 或 .csv），默认为“名单-匹配结果.xlsx”')
  .option('--policy <policy>', '只看一项政策（编号或名称），按接近程度排列企业')
  .option('--as-of <date>', '按哪一天判断，如 2026-11-26', parseDate)
  .option('--only <verdicts>', '明细只列这些结论，如 eligible,undetermined', parseVerdicts)
  .option('--template <file>', '写出一份空白名单模板')
  .action(async (list: string | undefined, { template, asOf = today(), only = Verdict.options, ...options }) => {
    if (!list && !template)
      program.error('请写出企业名单，例如 npm run match -- 名单.xlsx；或用 --template 模板.xlsx 生成模板')
    const matching = await openFirmMatching(loadConfig().corpusFolder)
    if (template) await writeTemplate(template, matching)
    if (list) await runMatch(list, { ...options, asOf, only }, matching, createProgress('匹配企业'))
  })

program
  .command('mcp')
  .description('在标准输入输出上作为 MCP 服务，供 AI 客户端调用')
  .action(async () => {
    // Loaded only now: no other command needs the SDK.
    const { serveMcp } = await import('./mcp.ts')
    const { knowledge, close } = await openLocalServices(loadConfig(), createProgress('更新索引'))
    try {
      await serveMcp(createTools(knowledge, today))
    } finally {
      await close()
    }
  })

program
  .command('corpus')
  .description('政策库')
  .command('check')
  .description('检查政策库，一次报告全部问题')
  .argument('[folder]', '政策库文件夹', 'corpus')
  .action(async (folder: string) => {
    process.exitCode = reportCorpus(await readCorpus(folder))
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
