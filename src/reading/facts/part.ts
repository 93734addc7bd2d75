const beforePart =
  /(?:其中|(?<![店厂司室])里[面头]|包括|包含|含)(?:有|的|了)*(?:劳务|派遣|外包|临时工|兼职)*(?:的|有)*$/

/** Whether a text leads to a part of what was told as a whole: 其中, 里面有. */
export function leadsToPart(lead: string): boolean {
  return beforePart.test(lead)
}
