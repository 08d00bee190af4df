package workbook

import "sheetconv/export/table"

// The words that stand on sheets and are no columns of the tables, in both
// languages.
var (
	wordWorkbook    = table.Words{English: "Evaluation sheets of local governments", Japanese: "自治体評価シート集計"}
	wordContinued   = table.Words{English: "A text that is too long for one row goes on in the next.", Japanese: "1行に収まらない文は次の行に続きます。"}
	wordLongNumbers = table.Words{English: "Numbers of more than 15 digits stand as text, because Excel would round them.", Japanese: "15桁を超える数は、Excel が丸めるため文字列にしています。"}
	wordPage        = table.Words{English: "%[1]s / %[2]s", Japanese: "%[1]s / %[2]s ページ"}

	// Sheets.
	wordOverview    = table.Words{English: "Overview", Japanese: "概要"}
	wordList        = table.Words{English: "Items", Japanese: "事業一覧"}
	wordPlanResult  = table.Words{English: "Plan and result", Japanese: "計画と実績"}
	wordRemarks     = table.Words{English: "Remarks", Japanese: "凡例・注記"}
	wordFindings    = table.Words{English: "Findings", Japanese: "検査"}
	wordCharts      = table.Words{English: "Charts", Japanese: "グラフ"}
	wordIndicatorCh = table.Words{English: "Charts of indicators", Japanese: "指標グラフ"}
	wordChartData   = table.Words{English: "Chart data", Japanese: "グラフデータ"}
	wordToOverview  = table.Words{English: "Back to the overview", Japanese: "概要へ戻る"}
	wordToList      = table.Words{English: "Back to the items", Japanese: "事業一覧へ戻る"}

	// Lines below the headlines.
	wordOverviewLine = table.Words{
		English:  "One row for each document. Counts in blue lead to the rows.",
		Japanese: "1行が1件の文書です。青い数字から該当する行へ移動できます。",
	}
	wordLeftOut   = table.Words{English: "Left out, because no document has such rows: ", Japanese: "該当する行がないため省略したシート: "}
	wordListSep   = table.Words{English: ", ", Japanese: "、"}
	wordListLine  = table.Words{English: "One row for each item. Names and counts in blue lead to its details.", Japanese: "1行が1つの項目です。青い名称・数字から明細へ移動できます。"}
	wordShareLine = table.Words{
		English:  "Achievement = result ÷ target; where less is better, 2 − result ÷ target. An indicator without a printed direction counts as one where more is better.",
		Japanese: "達成度＝実績÷目標（減少を目指す指標は 2－実績÷目標）。方向の印字がない指標は増加を目指すものとして計算しています。",
	}
	wordShareTarget = table.Words{
		English:  "The target is that of the result's year, else that of the next year that has one, else the goal.",
		Japanese: "対比する目標は、実績と同じ年度のもの、なければその後の最も近い年度のもの、なければ目標値です。",
	}
	wordCostLine = table.Words{
		English:  "Totals stand beside their parts: choose a line in the filter; the total above the heading follows it.",
		Japanese: "合計の行と内訳の行が並んでいます。「費目」で絞り込むと、見出しの上の合計が表示中の行だけの合計になります。",
	}
	wordStaffLine = table.Words{
		English:  "Totals stand beside their parts: choose a category in the filter; the total above the heading follows it.",
		Japanese: "合計の行と内訳の行が並んでいます。「職員区分」で絞り込むと、見出しの上の合計が表示中の行だけの合計になります。",
	}
	wordTotal = table.Words{English: "Total shown", Japanese: "表示行計"}

	// Headings.
	wordNumber       = table.Words{English: "No.", Japanese: "No."}
	wordDocument     = table.Words{English: "Document no.", Japanese: "文書No."}
	wordHeadline     = table.Words{English: "Title or name", Japanese: "表題・事業名"}
	wordItems        = table.Words{English: "Items", Japanese: "項目数"}
	wordIndicators   = table.Words{English: "Indicators", Japanese: "指標数"}
	wordGrades       = table.Words{English: "Grades", Japanese: "評価の内訳"}
	wordCost         = table.Words{English: "Total cost", Japanese: "事業費"}
	wordCostOf       = table.Words{English: "Cost of", Japanese: "事業費の区分"}
	wordItem         = table.Words{English: "Item", Japanese: "事業・項目"}
	wordParent       = table.Words{English: "Part of", Japanese: "上位の項目"}
	wordPolicy       = table.Words{English: "Policy", Japanese: "政策体系"}
	wordDepartments  = table.Words{English: "Departments", Japanese: "所管課"}
	wordHeads        = table.Words{English: "Heads", Japanese: "部長・課長"}
	wordPeriod       = table.Words{English: "Period", Japanese: "期間"}
	wordMain         = table.Words{English: "Main indicator", Japanese: "主な指標"}
	wordAchievement  = table.Words{English: "Achievement", Japanese: "達成度"}
	wordTrend        = table.Words{English: "Trend of results", Japanese: "実績の推移"}
	wordLatestYear   = table.Words{English: "Latest year", Japanese: "最新年度"}
	wordLatestResult = table.Words{English: "Latest result", Japanese: "最新の実績"}
	wordTargetOf     = table.Words{English: "Target of", Japanese: "対比する目標の年度"}
	wordLatestTarget = table.Words{English: "Target compared", Japanese: "対比する目標"}
	wordGoal         = table.Words{English: "Goal", Japanese: "目標値"}
	wordBaselineYear = table.Words{English: "Baseline year", Japanese: "基準年度"}
	wordOtherValues  = table.Words{English: "Other values", Japanese: "その他の値"}
	wordNotes        = table.Words{English: "As printed, in full", Japanese: "印字の全文・注記"}
	wordKind         = table.Words{English: "Kind", Japanese: "種類"}
	wordContent      = table.Words{English: "Text", Japanese: "内容"}
	wordPlace        = table.Words{English: "Line", Japanese: "行"}

	// Parts of headings and cells.
	wordFY             = table.Words{English: "FY %d", Japanese: "%d年度"}
	wordNoFY           = table.Words{English: "no year", Japanese: "年度なし"}
	wordTrendOf        = table.Words{English: "Trend FY %d", Japanese: "推移 %d年度"}
	wordYes            = table.Words{English: "yes", Japanese: "はい"}
	wordNo             = table.Words{English: "no", Japanese: "いいえ"}
	wordHeadOfDivision = table.Words{English: "division: ", Japanese: "部長 "}
	wordHeadOfSection  = table.Words{English: "section: ", Japanese: "課長 "}
	wordRepeated       = table.Words{English: "(repeated)", Japanese: "（再掲）"}
	wordOpenEnded      = table.Words{English: "open-ended", Japanese: "終期なし"}
	wordYen            = table.Words{English: "yen", Japanese: "円"}
	wordThousandYen    = table.Words{English: "thousand yen", Japanese: "千円"}
	wordMillionYen     = table.Words{English: "million yen", Japanese: "百万円"}
	wordRest           = table.Words{English: "%d others", Japanese: "その他 %d 件"}
	wordRestMean       = table.Words{English: "mean of %d others", Japanese: "その他 %d 件の平均"}
	wordNoDepartment   = table.Words{English: "(no department)", Japanese: "（所管の記載なし）"}
	wordNoPolicy       = table.Words{English: "(no policy)", Japanese: "（政策体系の記載なし）"}

	// Charts.
	wordGradeChart   = table.Words{English: "Distribution of grades", Japanese: "評価の分布"}
	wordGrade        = table.Words{English: "Grade", Japanese: "評価"}
	wordCount        = table.Words{English: "Number", Japanese: "件数（件）"}
	wordDeptChart    = table.Words{English: "Cost by department", Japanese: "所管課別の事業費"}
	wordPolicyChart  = table.Words{English: "Cost by policy", Japanese: "政策別の事業費"}
	wordYearChart    = table.Words{English: "Cost by year", Japanese: "年度別の事業費"}
	wordCostAxis     = table.Words{English: "Total cost (%s)", Japanese: "事業費（%s）"}
	wordDepartment   = table.Words{English: "Department", Japanese: "所管課"}
	wordPolicyAxis   = table.Words{English: "Policy", Japanese: "政策"}
	wordYearAxis     = table.Words{English: "Fiscal year", Japanese: "年度"}
	wordRankChart    = table.Words{English: "Achievement of indicators", Japanese: "指標の達成度"}
	wordIndicator    = table.Words{English: "Indicator", Japanese: "指標"}
	wordShareAxis    = table.Words{English: "Achievement (%)", Japanese: "達成度（％）"}
	wordTarget       = table.Words{English: "Target", Japanese: "目標"}
	wordResult       = table.Words{English: "Result", Japanese: "実績"}
	wordNoUnit       = table.Words{English: "(no unit)", Japanese: "（単位の記載なし）"}
	wordFirstDept    = table.Words{English: "Cost by department: an item of several departments counts for the lead one, else the first.", Japanese: "所管課別の事業費: 複数の課が所管する事業は、主管課（なければ最初の課）に計上しています。"}
	wordCostBasis    = table.Words{English: "Costs are those of the overview: the latest settled total of each document, else its latest budget.", Japanese: "事業費は概要と同じく、各文書の最新の決算（なければ最新の予算）の事業費合計です。"}
	wordTop          = table.Words{English: "More than %d entries: the rest is shown as one.", Japanese: "%d 件を超える分は「その他」にまとめています。"}
	wordChosen       = table.Words{English: "Chosen: the indicators with the most years of both target and result, outcomes first.", Japanese: "目標と実績がそろう年度の多い指標を、成果指標を優先して選んでいます。"}
	wordNoGrades     = table.Words{English: "No chart of grades: no document gives a grade.", Japanese: "評価の分布: 評価の記載がないため省略しました。"}
	wordNoCosts      = table.Words{English: "No chart of costs: no document gives a total cost.", Japanese: "事業費: 事業費合計の記載がないため省略しました。"}
	wordNoShares     = table.Words{English: "No chart of achievement: no indicator has a result and a target.", Japanese: "達成度: 実績と目標がそろう指標がないため省略しました。"}
	wordNoPairs      = table.Words{English: "No chart of target against result: no indicator has both in one year.", Japanese: "目標と実績: 同じ年度に両方がそろう指標がないため省略しました。"}
	wordNoCharts     = table.Words{English: "No charts: no document gives grades, total costs, or an indicator's target and result.", Japanese: "評価・事業費・指標の目標と実績のいずれも記載がないため、グラフは省略しました。"}
	wordCostAsItIs   = table.Words{English: "Cost", Japanese: "事業費"}
	wordOneCost      = table.Words{English: "No chart of costs: there is only one amount, or all are 0.", Japanese: "事業費: 比較できる金額がない（1件だけ、またはすべて0円）ため省略しました。"}
	wordOneGroupOnly = table.Words{English: "Cost by department or policy: there is only one, so costs are shown by year.", Japanese: "所管課・政策が1つだけのため、年度別の事業費を示しています。"}
)
