import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { makeDocx, paragraph } from '../adapters/documents-files.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/documents/${name}`, import.meta.url))

/** An official text about a plan that no policy of the corpus knows. */
export function notice(plan: string, reward: string, number: string): string {
  return `上海市长宁区${plan}实施办法
长${plan.slice(0, 1)}规〔2026〕${number}号

各有关单位：
第一条 为支持${plan}，制定本办法。
第二条 本办法适用于在长宁区登记注册的${plan}入选企业。
第三条 ${plan}入选企业可获得一次性奖励${reward}。
第四条 本办法自2026年5月1日起施行。

上海市长宁区${plan}办公室
2026年4月15日
`
}

const html = (plan: string, reward: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${plan}</title></head><body><h1>${plan}实施办法</h1><p>第一条 ${plan}入选企业可获得一次性奖励${reward}。</p><script>alert("奖励999万元")</script></body></html>`

/** Files that can be taken in, one per type and encoding. */
export const goodFiles: Readonly<Record<string, string | Buffer>> = {
  '琥珀计划.txt': notice('琥珀计划', '11万元', '1'),
  '翡翠计划.txt': iconv.encode(notice('翡翠计划', '22万元', '2'), 'gb18030'),
  '珊瑚计划.md': `# 珊瑚计划实施办法\n\n## 一、奖励\n\n珊瑚计划入选企业可获得一次性奖励33万元。\n`,
  '玛瑙计划.html': html('玛瑙计划', '44万元'),
  '水晶计划.docx': makeDocx(
    `${paragraph('水晶计划实施办法', 1)}${paragraph('第一条 水晶计划入选企业可获得一次性奖励55万元。')}`,
  ),
}

/** Files that cannot, and what is said of each. */
export const badFiles: Readonly<Record<string, { content: string | Buffer; says: RegExp }>> = {
  '空的.txt': { content: '', says: /「空的\.txt」无法收录：文件是空的。请/ },
  '扫描.pdf': { content: fixture('scanned.pdf'), says: /「扫描\.pdf」无法收录：.*请先做文字识别（OCR）/ },
  '加密.pdf': { content: fixture('encrypted.pdf'), says: /「加密\.pdf」无法收录：.*请解除密码保护/ },
  '冒充.pdf': { content: notice('冒充计划', '99万元', '9'), says: /「冒充\.pdf」无法收录：.*请确认文件没有放错/ },
  '旧版.doc': { content: '旧', says: /「旧版\.doc」无法收录：.*请转换为/ },
}

export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  return Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    }),
  )
}
