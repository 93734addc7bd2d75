/** Headings of the columns that tell which company a row is of. */
export const nameWords: readonly string[] = [
  '企业名称',
  '公司名称',
  '单位名称',
  '主体名称',
  '企业全称',
  '名称',
  '企业',
  '公司',
  '单位',
  'name',
  'company',
  'company name',
  'firm',
  'enterprise',
]
export const idWords: readonly string[] = [
  '统一社会信用代码',
  '社会信用代码',
  '信用代码',
  '纳税人识别号',
  '税号',
  'id',
  'credit code',
  'unified social credit code',
]

/** Headings that nobody would say in a message, by fact. */
export const headerWords: Readonly<Record<string, readonly string[]>> = {
  registeredPlace: [
    '注册地址',
    '注册地点',
    '注册区',
    '注册区域',
    '所属区',
    '所在区',
    '所属区域',
    '住所',
    '地址',
    'district',
  ],
  industry: ['行业', '行业类别', '行业门类', '行业代码', '行业大类', '国民经济行业', '主营业务', '业务'],
  entityType: ['企业类型', '市场主体类型', '登记类型', '组织形式'],
  sizeClass: ['企业规模', '规模', '划型', '规模类型', 'size'],
  establishedOn: ['成立年月', '注册日期', '设立日期', '设立时间', 'established', 'founded'],
  employees: ['用工人数', '在职人数', '参保人数', '职工人数', 'staff', 'headcount'],
  revenue: ['营业总收入', '年营业收入', '年营收', '年收入', 'annual revenue', 'turnover'],
  isHighTechEnterprise: ['国家高新技术企业', '国高'],
}

/** Before and behind a heading they change nothing. */
export const headerPrefix =
  /^(?:是否(?:为|有|属于|是|被|已)?|有无|有没有|是不是|(?:19|20)\d\d年?度?|(?:上|去|本|当)(?:一)?(?:个)?(?:会计)?年度?|最?近一年|企业|公司|单位)/
export const headerSuffix = /(?:数量|总数|数|总额|情况|资质|认定|企业|金额|日期|时间)$/
