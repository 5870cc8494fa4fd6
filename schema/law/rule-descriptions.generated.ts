import type { RuleDescription } from '../record/rule.ts';

/** What every rule says of itself, without the rules: who serves findings need not load what makes them. Printed by `npm run print-rules`. */
export const ruleDescriptions: readonly RuleDescription[] = [
  {
    "id": "tables.inferred-placement",
    "title": {
      "zh": "按勾稽关系推定的数字位置",
      "en": "Figures placed by the relations of the form"
    },
    "severity": "info",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.unplaced-figures",
    "title": {
      "zh": "表格中未能归入任何一格的数字",
      "en": "Figures in the tables that no cell took"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.added-figures",
    "title": {
      "zh": "格式以外自行增加的数字",
      "en": "Figures that the agency adds to the form"
    },
    "severity": "warning",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.uncertain-lines",
    "title": {
      "zh": "数字另起一行,可能属于别的格",
      "en": "Figures on lines of their own that may be another cell’s"
    },
    "severity": "warning",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.uncertain-columns",
    "title": {
      "zh": "行末空白,数字可能移列",
      "en": "Rows that end in blanks, whose figures may have moved"
    },
    "severity": "warning",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.characters-lost",
    "title": {
      "zh": "表格文字在转换中丢失",
      "en": "Tables of whose text characters were lost"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.competing",
    "title": {
      "zh": "同类表有多张,无法判定所属",
      "en": "Several tables of one kind, none known as the report’s own"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.not-own",
    "title": {
      "zh": "唯一的同类表或其中的数字标为其他年份、机关或样表",
      "en": "The only table of its kind, or figures in it, labelled as another year’s, another agency’s or a model"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.set-aside",
    "title": {
      "zh": "属于其他年份、机关或样表的同类表",
      "en": "A table of the same kind that is another year’s, another agency’s or a model"
    },
    "severity": "info",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.other-scope",
    "title": {
      "zh": "表内并列不同口径的数字",
      "en": "Figures of another scope beside those of the table"
    },
    "severity": "warning",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.mixed-scopes",
    "title": {
      "zh": "表内数字口径不一",
      "en": "Cells of one table that may be of two scopes"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "tables.not-found",
    "title": {
      "zh": "应有的三张表均未读到",
      "en": "None of the tables that the report should have was found"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "workPlan.unread-tasks",
    "title": {
      "zh": "任务表未读出任务",
      "en": "A table of tasks from which none was read"
    },
    "severity": "warning",
    "source": {
      "zh": "政务公开工作要点所附任务分解表",
      "en": "Tables of tasks issued with work plans"
    },
    "forms": []
  },
  {
    "id": "completeness.missing-cell",
    "title": {
      "zh": "格式规定的单元格齐全",
      "en": "Every cell that the form prescribes is there"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "completeness.unreadable-cell",
    "title": {
      "zh": "单元格能读作数字",
      "en": "Cells can be read as numbers"
    },
    "severity": "error",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "counts.whole",
    "title": {
      "zh": "件数为非负整数",
      "en": "Counts are whole and not negative"
    },
    "severity": "error",
    "source": {
      "zh": "各表件数栏与统计表",
      "en": "Columns of counts in all tables, and the annex"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "applications.column-balance",
    "title": {
      "zh": "新收与上年结转之和等于办理结果总计与结转下年之和",
      "en": "Newly received and carried over equal processed and carried forward"
    },
    "severity": "error",
    "source": {
      "zh": "表三:本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和",
      "en": "Table 3: item 1 plus item 2 equals item 3 plus item 4 in each column"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "applications.results-sum",
    "title": {
      "zh": "各项办理结果之和等于(七)总计",
      "en": "The results add up to the number processed"
    },
    "severity": "error",
    "source": {
      "zh": "表三第三项(一)至(七)",
      "en": "Table 3, item 3, (1) to (7)"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "applications.row-sum",
    "title": {
      "zh": "六类申请人之和等于总计",
      "en": "The six kinds of applicant add up to the total"
    },
    "severity": "error",
    "source": {
      "zh": "表三各行",
      "en": "Table 3, each row"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "review.sum",
    "title": {
      "zh": "四类结果之和等于总计",
      "en": "The four results add up to the total"
    },
    "severity": "error",
    "source": {
      "zh": "表四各组",
      "en": "Table 4, each group"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "totals.blank",
    "title": {
      "zh": "分项不为零时总计不空白",
      "en": "A total is printed where its parts are not zero"
    },
    "severity": "warning",
    "source": {
      "zh": "表三、表四“总计”栏",
      "en": "Tables 3 and 4, totals"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "proactive.change-plausible",
    "title": {
      "zh": "本年增/减与上一年项目数量相称",
      "en": "The change is in proportion to the stock"
    },
    "severity": "warning",
    "source": {
      "zh": "2019年版格式表二:上一年项目数量、本年增/减",
      "en": "Form of 2019, table 2: stock and change"
    },
    "forms": [
      "2019"
    ]
  },
  {
    "id": "proactive.disclosed-in-public",
    "title": {
      "zh": "本年新公开数量不大于对外公开总数量",
      "en": "Newly disclosed is no more than in public"
    },
    "severity": "warning",
    "source": {
      "zh": "2019年版格式表二:本年新公开数量、对外公开总数量",
      "en": "Form of 2019, table 2: newly disclosed and in public"
    },
    "forms": [
      "2019"
    ]
  },
  {
    "id": "proactive.stock-plausible",
    "title": {
      "zh": "本年制发件数不大于现行有效与本年废止件数之和",
      "en": "Issued is no more than in force and repealed together"
    },
    "severity": "warning",
    "source": {
      "zh": "2021年版格式表二:本年制发件数、本年废止件数、现行有效件数",
      "en": "Form of 2021, table 2: issued, repealed, in force"
    },
    "forms": [
      "2021"
    ]
  },
  {
    "id": "proactive.regulations-competence",
    "title": {
      "zh": "县级以下机关不填报规章",
      "en": "Counties and townships report no regulations"
    },
    "severity": "warning",
    "source": {
      "zh": "《中华人民共和国立法法》第九十一条、第九十三条",
      "en": "Legislation Law, art. 91 and 93"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "proactive.amount-unit",
    "title": {
      "zh": "金额写明单位",
      "en": "Amounts name their unit"
    },
    "severity": "warning",
    "source": {
      "zh": "表二:采购总金额、本年收费金额(单位:万元)",
      "en": "Table 2: amounts, in ten thousand yuan"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "proactive.amount-plausible",
    "title": {
      "zh": "金额与单位相称",
      "en": "Amounts are in proportion to their unit"
    },
    "severity": "warning",
    "source": {
      "zh": "表二:采购总金额、本年收费金额",
      "en": "Table 2: amounts"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "report.all-zero",
    "title": {
      "zh": "各表不全为零",
      "en": "Not every figure is zero"
    },
    "severity": "info",
    "source": {
      "zh": "表二至表四",
      "en": "Tables 2 to 4"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "indicators.closed-exceeds-received",
    "title": {
      "zh": "办结申请不多于收到与上年结转之和",
      "en": "No more applications are closed than came in"
    },
    "severity": "error",
    "source": {
      "zh": "正文所述依申请公开情况",
      "en": "What the text says of applications"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "indicators.parts-sum",
    "title": {
      "zh": "分项之和与所述总数相符",
      "en": "Stated parts agree with the stated whole"
    },
    "severity": "warning",
    "source": {
      "zh": "《政府信息公开情况统计表》指标关系",
      "en": "Relations of the indicator annex"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "indicators.contradicting",
    "title": {
      "zh": "同一指标前后一致",
      "en": "A figure stated twice is the same"
    },
    "severity": "warning",
    "source": {
      "zh": "正文",
      "en": "Text"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "indicators.annex",
    "title": {
      "zh": "正文与统计表的同一指标一致",
      "en": "Text and annex state the same figures"
    },
    "severity": "warning",
    "source": {
      "zh": "正文与《政府信息公开情况统计表》",
      "en": "Text and indicator annex"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "statistics.parts",
    "title": {
      "zh": "统计表“其中”项不大于所属总数",
      "en": "A part in the annex does not exceed its whole"
    },
    "severity": "warning",
    "source": {
      "zh": "《政府信息公开情况统计表》",
      "en": "The indicator annex"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "narrative.count",
    "title": {
      "zh": "正文所述件数与表格一致",
      "en": "Counts in the text agree with the tables"
    },
    "severity": "warning",
    "source": {
      "zh": "正文与表二至表四",
      "en": "Text and tables 2 to 4"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "narrative.share",
    "title": {
      "zh": "正文所述占比与数字相符",
      "en": "Shares in the text follow from the figures"
    },
    "severity": "warning",
    "source": {
      "zh": "正文与表三、表四",
      "en": "Text and tables 3 and 4"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "narrative.change",
    "title": {
      "zh": "正文所述增减与数字相符",
      "en": "Changes in the text follow from the figures"
    },
    "severity": "warning",
    "source": {
      "zh": "正文",
      "en": "Text"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "narrative.parts",
    "title": {
      "zh": "正文“其中”各项与总数相符",
      "en": "Parts in the text agree with their whole"
    },
    "severity": "warning",
    "source": {
      "zh": "正文",
      "en": "Text"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "sections.missing",
    "title": {
      "zh": "格式规定的部分齐全",
      "en": "Every section that the form prescribes is there"
    },
    "severity": "warning",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "sections.empty",
    "title": {
      "zh": "各部分有内容",
      "en": "Sections of text have a text"
    },
    "severity": "warning",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "sections.extra",
    "title": {
      "zh": "没有格式之外的部分",
      "en": "No section besides those of the form"
    },
    "severity": "info",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "sections.topics",
    "title": {
      "zh": "总体情况说明了格式要求的五个方面",
      "en": "The overview speaks of the five sides of the work"
    },
    "severity": "info",
    "source": {
      "zh": "国办公开办函〔2019〕60号、〔2021〕30号所附格式“总体情况”",
      "en": "Forms issued with Guobangongkaibanhan [2019] No. 60 and [2021] No. 30, overview"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "sections.processing-fee",
    "title": {
      "zh": "说明了收取信息处理费的情况",
      "en": "The report accounts for information processing fees"
    },
    "severity": "info",
    "source": {
      "zh": "国办公开办函〔2021〕30号所附格式“其他需要报告的事项”;国办函〔2020〕109号",
      "en": "Form issued with Guobangongkaibanhan [2021] No. 30, other matters; Guobanhan [2020] No. 109"
    },
    "forms": [
      "2021"
    ]
  },
  {
    "id": "identity.agency",
    "title": {
      "zh": "报告机关明确",
      "en": "It is plain which agency reports"
    },
    "severity": "error",
    "source": {
      "zh": "标题、落款、编制说明与联系方式",
      "en": "Title, signature, who made the report, whom to ask"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.division",
    "title": {
      "zh": "机关所在行政区明确",
      "en": "It is plain in which division the agency is"
    },
    "severity": "warning",
    "source": {
      "zh": "GB/T 2260",
      "en": "GB/T 2260"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.final",
    "title": {
      "zh": "文件是正式发布的报告",
      "en": "The document is the report as published"
    },
    "severity": "error",
    "source": {
      "zh": "标题",
      "en": "The title"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.year",
    "title": {
      "zh": "标题、统计期限与正文的年份一致",
      "en": "Title, statistics period and text name one year"
    },
    "severity": "error",
    "source": {
      "zh": "标题与统计期限(1月1日至12月31日)",
      "en": "Title and statistics period (1 January to 31 December)"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.period",
    "title": {
      "zh": "数据是一个公历年度的",
      "en": "The figures are of one calendar year"
    },
    "severity": "error",
    "source": {
      "zh": "《中华人民共和国政府信息公开条例》第四十九、五十条:上一年度的报告",
      "en": "Regulations on Open Government Information, art. 49 and 50: a report on the previous year"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.day",
    "title": {
      "zh": "发布日期明确且可能",
      "en": "The date of publication is plain and possible"
    },
    "severity": "warning",
    "source": {
      "zh": "页面的发布日期与落款日期",
      "en": "The page's date of publication and the one under the signature"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.province",
    "title": {
      "zh": "机关属于接收文件的省",
      "en": "The agency is of the province that received the document"
    },
    "severity": "warning",
    "source": {
      "zh": "GB/T 2260 与部署所属省",
      "en": "GB/T 2260 and the province of the deployment"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "identity.late",
    "title": {
      "zh": "按期发布",
      "en": "Published by the deadline"
    },
    "severity": "info",
    "source": {
      "zh": "《中华人民共和国政府信息公开条例》第四十九条(2008年施行的条例第三十一条)",
      "en": "Regulations on Open Government Information, art. 49 (art. 31 of those of 2008)"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "across-years.carried-forward",
    "title": {
      "zh": "上年度报告的结转下年与本年度报告的上年结转一致",
      "en": "What is carried forward is carried over next year"
    },
    "severity": "warning",
    "source": {
      "zh": "表三第二项“上年结转政府信息公开申请数量”、第四项“结转下年度继续办理”",
      "en": "Table 3, items 2 and 4: carried over from last year, carried forward to next year"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "across-years.proactive-stock",
    "title": {
      "zh": "表二的存量逐年衔接",
      "en": "The stocks of table 2 follow from year to year"
    },
    "severity": "warning",
    "source": {
      "zh": "2019年版表二:上一年项目数量、本年增/减;2021年版表二:制发、废止、现行有效件数",
      "en": "Table 2, form of 2019: last year’s items and change; form of 2021: issued, repealed and in force"
    },
    "forms": [
      "2019",
      "2021"
    ]
  },
  {
    "id": "across-years.restated-carried-over",
    "title": {
      "zh": "正文所述上年结转与上年度报告一致",
      "en": "The text carries over what last year carried forward"
    },
    "severity": "warning",
    "source": {
      "zh": "正文所述依申请公开情况",
      "en": "What the text says of applications"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "across-years.restated-change",
    "title": {
      "zh": "正文所述上年数及同比与上年度报告一致",
      "en": "What the text says of last year agrees with its report"
    },
    "severity": "warning",
    "source": {
      "zh": "正文",
      "en": "Text"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "report.changed-after-publication",
    "title": {
      "zh": "报告公布后数字有改动",
      "en": "Figures were changed after the report was published"
    },
    "severity": "warning",
    "source": {
      "zh": "同一机关同一年度先后公布的版本",
      "en": "Versions of one report, published one after the other"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  },
  {
    "id": "report.read-otherwise",
    "title": {
      "zh": "同一报告的另一份文件读出的数字不同",
      "en": "Another copy of the report is read with other figures"
    },
    "severity": "info",
    "source": {
      "zh": "同一机关同一年度的网页、附件与文本",
      "en": "Page, attachment and text of one report"
    },
    "forms": [
      "2008",
      "2019",
      "2021"
    ]
  }
];
