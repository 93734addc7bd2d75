import { Command } from 'commander'
import { readCorpus } from '../services.ts'
import { reportCorpus } from './corpus-check.ts'

const program = new Command('policy-navigator').description('惠企政策通：在终端里查政策、收录官方原文、检查政策库')

program
  .command('corpus')
  .description('政策库')
  .command('check')
  .description('检查政策库，一次报告全部问题')
  .argument('[folder]', '政策库文件夹', 'corpus')
  .action(async (folder: string) => {
    process.exitCode = reportCorpus(await readCorpus(folder))
  })

await program.parseAsync()
