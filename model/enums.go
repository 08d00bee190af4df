package model

// DocumentKind is what sort of publication a document is.
type DocumentKind string

// The kinds of documents.
const (
	ProgramEvaluation DocumentKind = "program_evaluation" // 事務事業評価シート
	ProgressTable     DocumentKind = "progress_table"     // 進行管理集計表
	ProgressSheet     DocumentKind = "progress_sheet"     // 進行管理シート
	PlanDocument      DocumentKind = "plan"               // 計画
)

// ItemKind is what an item is.
type ItemKind string

// The kinds of items.
const (
	Program         ItemKind = "program"    // 事務事業
	Initiative      ItemKind = "initiative" // 取組項目, 取組内容
	Theme           ItemKind = "theme"      // 項目
	PolicyMeasure   ItemKind = "measure"    // 施策, 基本施策
	PolicyDirection ItemKind = "direction"  // 展開方向
	Project         ItemKind = "project"    // 事業 described in a plan
)

// Status is whether an item is new, goes on, grows or ends.
type Status string

// The states of an item.
const (
	StatusNew        Status = "new"        // 新規
	StatusContinuing Status = "continuing" // 継続
	StatusExpanded   Status = "expanded"   // 充実, 拡充
	StatusEnded      Status = "ended"      // 終了, 廃止
)

// Role is a department's part in an item, where the sheet says it.
type Role string

// The roles of departments.
const (
	RoleLead       Role = "lead"       // 主管課
	RoleSupporting Role = "supporting" // 関係課, 関係各課
)

// TextKey says what a narrative is about.
type TextKey string

// The keys of narratives.
const (
	TextOverview     TextKey = "overview"      // 概要, 事業内容, 取組の方針と内容
	TextPurpose      TextKey = "purpose"       // 目的
	TextTarget       TextKey = "target"        // 対象
	TextIntent       TextKey = "intent"        // 意図, 目指す成果
	TextBackground   TextKey = "background"    // 背景
	TextIssue        TextKey = "issue"         // 課題
	TextResponse     TextKey = "response"      // 対応
	TextSignificance TextKey = "significance"  // 事業の意義
	TextPolicyTarget TextKey = "policy_target" // 対象 of 施策の目的
	TextPolicyIntent TextKey = "policy_intent" // 意図 of 施策の目的
	TextApproach     TextKey = "approach"      // 取組方針
	TextActivity     TextKey = "activity"      // 取組内容, 実績報告, 活動実績
	TextResult       TextKey = "result"        // 成果実績
	TextAssessment   TextKey = "assessment"    // 評価, 総評, 意見
	TextNext         TextKey = "next"          // 今後の方針, 翌年度の目標
	TextSideEffect   TextKey = "side_effect"   // その他効果
	TextLegalBasis   TextKey = "legal_basis"   // 関連法令, 法令上の位置づけ
	TextRelatedPlan  TextKey = "related_plan"  // 国・県の計画, 関連個別計画
	TextBudgetLine   TextKey = "budget_line"   // 予算事業名
	TextRemark       TextKey = "remark"        // 所見, 特記事項, 説明, その他
)

// IndicatorKind is what an indicator measures, from the heading above it.
type IndicatorKind string

// The kinds of indicators.
const (
	ActivityIndicator IndicatorKind = "activity" // 活動指標
	OutcomeIndicator  IndicatorKind = "outcome"  // 成果指標
	StateIndicator    IndicatorKind = "state"    // まちの状態を表す指標
)

// DirectionValue is where an indicator is to move.
type DirectionValue string

// The directions of indicators.
const (
	DirectionUp       DirectionValue = "up"       // 増加, 上昇, ↗
	DirectionDown     DirectionValue = "down"     // 減少, 低下, ↘
	DirectionMaintain DirectionValue = "maintain" // 維持, →
)

// ValueMeasure is what a value of an indicator states.
type ValueMeasure string

// The measures of values.
const (
	Baseline ValueMeasure = "baseline" // 当初, 基準値
	Target   ValueMeasure = "target"   // 目標, 計画値
	Actual   ValueMeasure = "actual"   // 実績, 実績値
	Rate     ValueMeasure = "rate"     // 達成率
)

// ScheduleMeasure is what a yearly text of a schedule states.
type ScheduleMeasure string

// The measures of a schedule.
const (
	ScheduleGoal   ScheduleMeasure = "goal"   // 取組目標
	SchedulePlan   ScheduleMeasure = "plan"   // 事業行程, 取組内容(活動)
	ScheduleActual ScheduleMeasure = "actual" // 実施結果, 実績 in words
)

// CostBasis is what an amount of money states.
type CostBasis string

// The bases of costs.
const (
	BasisBudget CostBasis = "budget" // 予算
	BasisActual CostBasis = "actual" // 決算, 実績
	BasisTarget CostBasis = "target" // 目標
)

// CostLine is which line of a block of costs an amount stands on.
type CostLine string

// The lines of costs.
const (
	CostTotal               CostLine = "total"                // 事業費合計, 総事業費, 予算額
	CostNationalPrefectural CostLine = "national_prefectural" // 国県支出金
	CostBonds               CostLine = "bonds"                // 地方債
	CostOtherSpecific       CostLine = "other_specific"       // その他特財
	CostSpecificTotal       CostLine = "specific_total"       // 特定財源計
	CostGeneral             CostLine = "general"              // 一般財源
	CostNet                 CostLine = "net"                  // 市の実質負担額
	CostPersonnelRegular    CostLine = "personnel_regular"    // 正規職員
	CostPersonnelOther      CostLine = "personnel_other"      // その他の職員
	CostPersonnelTotal      CostLine = "personnel_total"      // 人件費合計
	CostFull                CostLine = "full_cost"            // トータルコスト
	CostDebtCommitment      CostLine = "debt_commitment"      // 債務負担行為
	CostEffect              CostLine = "effect"               // 効果額
)

// StaffingCategory is which staff a head-count counts.
type StaffingCategory string

// The categories of staff.
const (
	StaffFullTime StaffingCategory = "full_time" // フルタイム
	StaffPartTime StaffingCategory = "part_time" // パートタイム
	StaffRegular  StaffingCategory = "regular"   // 正規職員
	StaffOther    StaffingCategory = "other"     // その他の職員
	StaffTotal    StaffingCategory = "total"     // 合計
)

// Criterion is what an evaluation judges.
type Criterion string

// The criteria of evaluations.
const (
	CriterionProgress      Criterion = "progress"      // 進捗状況
	CriterionLevel         Criterion = "level"         // 実施水準
	CriterionEffectiveness Criterion = "effectiveness" // 有効性
	CriterionEfficiency    Criterion = "efficiency"    // 効率性
	CriterionSelf          Criterion = "self"          // 自己評価
	CriterionInternal      Criterion = "internal"      // 内部評価
	CriterionExternal      Criterion = "external"      // 外部評価
	CriterionNextYear      Criterion = "next_year"     // 次年度以降
	CriterionOverall       Criterion = "overall"       // 総合評価
)

// Bound says that a figure is a limit, not a point.
type Bound string

// The bounds.
const (
	BoundMin Bound = "min" // 以上
	BoundMax Bound = "max" // 以下, 以内
)

// Severity is how much a diagnostic matters.
type Severity string

// The severities: an error means that the document cannot be trusted without
// a person, a warning that a part can't, an info is worth knowing.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
	SeverityInfo    Severity = "info"
)
