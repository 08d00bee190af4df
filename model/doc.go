// Package model holds the normalized document sheetconv/v1: the types that
// every form is read into and that every writer, check and comparison works
// on, with exact decimals, positions, and the catalogue of diagnostics.
//
// In go the values that a form recognized; out come documents that can be
// written as YAML or JSON, read back unchanged, and described by a JSON Schema.
// The package knows nothing of files, text layouts, forms or flags, and uses
// the standard library, a decimal library and a YAML library only.
//
// # Glossary
//
// One English name stands for one Japanese term, here and in the whole code:
//
//	document        調書, 集計表, 計画書     one published sheet, table or plan
//	program         事務事業                 what one evaluation sheet is about
//	initiative      取組項目, 取組内容       one numbered undertaking of a reform plan
//	theme           項目                     a group of initiatives on a progress sheet
//	measure         施策, 基本施策           a policy measure of a plan
//	direction       展開方向                 a direction of development under a measure
//	project         事業                     a project card described in a plan
//	policy          政策体系                 the place in the plan's hierarchy
//	department      所管課, 担当課           division 部 and section 課
//	indicator       指標                     activity 活動指標, outcome 成果指標, state
//	baseline        当初, 基準値             what an indicator starts from
//	target          目標, 計画値             what it is to reach in a year
//	actual          実績                     what it reached
//	rate            達成率                   actual over target, as printed
//	goal            目標値                   a target that is tied to no year
//	settled         決算                     an amount that was spent (basis actual)
//	budget          予算                     an amount that was planned
//	staffing        人員                     head-counts and their money
//	unit cost       単位当たりコスト         cost per head of those served
//	evaluation      評価                     criterion, grade, choice and reason
//	legend          凡例                     the printed meaning of the grades
//	fiscal year     年度                     the calendar year in which it begins
package model
