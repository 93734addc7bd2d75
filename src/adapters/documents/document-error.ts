export type DocumentErrorCode =
  | 'unsupported-type'
  | 'type-mismatch'
  | 'empty'
  | 'scanned'
  | 'encrypted'
  | 'corrupt'
  | 'too-large'
  | 'undecodable'

const remedies: Readonly<Record<DocumentErrorCode, string>> = {
  'unsupported-type': '请转换为 .txt、.md、.html、.docx 或 .pdf（含文字层）后重新上传。',
  'type-mismatch': '请确认文件没有放错，并把扩展名改为与内容一致后重新上传。',
  empty: '请检查文件内容后重新上传。',
  scanned: '请先做文字识别（OCR），或改传 Word、网页等文字版。',
  encrypted: '请解除密码保护后重新上传。',
  corrupt: '请重新导出或下载该文件后再上传。',
  'too-large': '请拆分后分别上传。',
  undecodable: '请另存为 UTF-8 编码后重新上传。',
}

/** Why a file was not read; the message names the file, what is wrong and what to do. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, fileName: string, problem: string, options?: ErrorOptions) {
    super(`文件「${fileName}」无法收录：${problem}。${remedies[code]}`, options)
    this.name = 'DocumentError'
    this.code = code
  }
}
