package model

import (
	"reflect"
	"slices"
)

// enums holds the values of each enum type, in the order of enums.go. Reading,
// the JSON Schema and Validate all go by it.
var enums = map[reflect.Type][]string{}

func init() {
	register(ProgramEvaluation, ProgressTable, ProgressSheet, PlanDocument)
	register(Program, Initiative, Theme, PolicyMeasure, PolicyDirection, Project)
	register(StatusNew, StatusContinuing, StatusExpanded, StatusEnded)
	register(RoleLead, RoleSupporting)
	register(
		TextOverview, TextPurpose, TextTarget, TextIntent, TextBackground, TextIssue, TextResponse,
		TextSignificance, TextPolicyTarget, TextPolicyIntent, TextApproach, TextActivity, TextResult,
		TextAssessment, TextNext, TextSideEffect, TextLegalBasis, TextRelatedPlan, TextBudgetLine,
		TextRemark,
	)
	register(ActivityIndicator, OutcomeIndicator, StateIndicator)
	register(DirectionUp, DirectionDown, DirectionMaintain)
	register(Baseline, Target, Actual, Rate)
	register(ScheduleGoal, SchedulePlan, ScheduleActual)
	register(BasisBudget, BasisActual, BasisTarget)
	register(
		CostTotal, CostNationalPrefectural, CostBonds, CostOtherSpecific, CostSpecificTotal,
		CostGeneral, CostNet, CostPersonnelRegular, CostPersonnelOther, CostPersonnelTotal, CostFull,
		CostDebtCommitment, CostEffect,
	)
	register(StaffFullTime, StaffPartTime, StaffRegular, StaffOther, StaffTotal)
	register(
		CriterionProgress, CriterionLevel, CriterionEffectiveness, CriterionEfficiency, CriterionSelf,
		CriterionInternal, CriterionExternal, CriterionNextYear, CriterionOverall,
	)
	register(BoundMin, BoundMax)
	register(SeverityError, SeverityWarning, SeverityInfo)
}

func register[T ~string](values ...T) {
	names := make([]string, len(values))
	for i, value := range values {
		names[i] = string(value)
	}
	enums[reflect.TypeFor[T]()] = names
}

// Values returns the values of an enum type in the order of the contract, such
// as Values[CostLine](). It is empty if T is no enum of the model.
func Values[T ~string]() []T {
	names := enums[reflect.TypeFor[T]()]
	values := make([]T, len(names))
	for i, name := range names {
		values[i] = T(name)
	}
	return values
}

// IsKnown reports whether a value is one of its enum's values.
func IsKnown[T ~string](value T) bool {
	return slices.Contains(enums[reflect.TypeFor[T]()], string(value))
}
