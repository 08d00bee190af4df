package model

// Item is one of the things that a document is about: a program, an
// initiative, a theme, a measure, a direction or a project.
type Item struct {
	At Position `json:"at,omitzero" yaml:"at,omitempty"`
	// ID is unique in the document and the same in every year of the plan.
	ID          string       `json:"id" yaml:"id"`
	Kind        ItemKind     `json:"kind" yaml:"kind"`
	Number      string       `json:"number,omitempty" yaml:"number,omitempty"`
	Name        string       `json:"name,omitempty" yaml:"name,omitempty"`
	Parent      string       `json:"parent,omitempty" yaml:"parent,omitempty"`
	Status      Status       `json:"status,omitempty" yaml:"status,omitempty"`
	Policy      []Policy     `json:"policy,omitempty" yaml:"policy,omitempty"`
	Departments []Department `json:"departments,omitempty" yaml:"departments,omitempty"`
	Period      *Period      `json:"period,omitempty" yaml:"period,omitempty"`
	Attributes  []Attribute  `json:"attributes,omitempty" yaml:"attributes,omitempty"`
	Texts       []Text       `json:"texts,omitempty" yaml:"texts,omitempty"`
	Indicators  []Indicator  `json:"indicators,omitempty" yaml:"indicators,omitempty"`
	Schedule    []Task       `json:"schedule,omitempty" yaml:"schedule,omitempty"`
	Costs       []Cost       `json:"costs,omitempty" yaml:"costs,omitempty"`
	Staffing    []Staffing   `json:"staffing,omitempty" yaml:"staffing,omitempty"`
	UnitCosts   []UnitCost   `json:"unit_costs,omitempty" yaml:"unit_costs,omitempty"`
	Evaluations []Evaluation `json:"evaluations,omitempty" yaml:"evaluations,omitempty"`
}

// Policy is one level of the plan's hierarchy, top down.
type Policy struct {
	At     Position `json:"at,omitzero" yaml:"at,omitempty"`
	Level  string   `json:"level" yaml:"level"`
	Number string   `json:"number,omitempty" yaml:"number,omitempty"`
	Name   string   `json:"name,omitempty" yaml:"name,omitempty"`
}

// Department is one section in charge, with the division it belongs to.
type Department struct {
	At           Position `json:"at,omitzero" yaml:"at,omitempty"`
	Division     string   `json:"division,omitempty" yaml:"division,omitempty"`
	Section      string   `json:"section,omitempty" yaml:"section,omitempty"`
	DivisionHead string   `json:"division_head,omitempty" yaml:"division_head,omitempty"`
	SectionHead  string   `json:"section_head,omitempty" yaml:"section_head,omitempty"`
	Role         Role     `json:"role,omitempty" yaml:"role,omitempty"`
}

// Period is the span of fiscal years over which an item runs.
type Period struct {
	At        Position `json:"at,omitzero" yaml:"at,omitempty"`
	StartFY   int      `json:"start_fy,omitempty" yaml:"start_fy,omitempty"`
	EndFY     int      `json:"end_fy,omitempty" yaml:"end_fy,omitempty"`
	OpenEnded bool     `json:"open_ended,omitempty" yaml:"open_ended,omitempty"`
	Raw       string   `json:"raw" yaml:"raw"`
}

// Attribute is a label with its value that has no place of its own: a
// quantity, words, or the options of check boxes.
type Attribute struct {
	At    Position `json:"at,omitzero" yaml:"at,omitempty"`
	Label string   `json:"label" yaml:"label"`
	// Figure holds the value; its Raw is empty where the value is Options.
	Figure   `yaml:",inline"`
	FY       int      `json:"fy,omitempty" yaml:"fy,omitempty"`
	AsOf     Date     `json:"as_of,omitzero" yaml:"as_of,omitempty"`
	Note     string   `json:"note,omitempty" yaml:"note,omitempty"`
	Options  []string `json:"options,omitempty" yaml:"options,omitempty"`
	Selected []string `json:"selected,omitempty" yaml:"selected,omitempty"`
}

// Text is a narrative under one printed label.
type Text struct {
	At    Position `json:"at,omitzero" yaml:"at,omitempty"`
	Key   TextKey  `json:"key" yaml:"key"`
	Label string   `json:"label,omitempty" yaml:"label,omitempty"`
	FY    int      `json:"fy,omitempty" yaml:"fy,omitempty"`
	Text  string   `json:"text" yaml:"text"`
}

// Task is one year of a plan or result in words.
type Task struct {
	At Position `json:"at,omitzero" yaml:"at,omitempty"`
	// Task is the row's name; empty where the row has none.
	Task    string          `json:"task,omitempty" yaml:"task,omitempty"`
	FY      int             `json:"fy,omitempty" yaml:"fy,omitempty"`
	Measure ScheduleMeasure `json:"measure" yaml:"measure"`
	Text    string          `json:"text" yaml:"text"`
}

// Cost is one amount of money in a block of costs.
type Cost struct {
	At    Position  `json:"at,omitzero" yaml:"at,omitempty"`
	FY    int       `json:"fy,omitempty" yaml:"fy,omitempty"`
	Basis CostBasis `json:"basis,omitempty" yaml:"basis,omitempty"`
	Line  CostLine  `json:"line" yaml:"line"`
	Label string    `json:"label,omitempty" yaml:"label,omitempty"`
	// Yen is absent where the sheet gives two amounts for one.
	Yen Yen    `json:"yen,omitzero" yaml:"yen,omitempty"`
	Raw string `json:"raw" yaml:"raw"`
}

// Staffing is a head-count of one category, with its money where printed.
type Staffing struct {
	At       Position         `json:"at,omitzero" yaml:"at,omitempty"`
	FY       int              `json:"fy,omitempty" yaml:"fy,omitempty"`
	Category StaffingCategory `json:"category" yaml:"category"`
	Label    string           `json:"label,omitempty" yaml:"label,omitempty"`
	People   Number           `json:"people,omitzero" yaml:"people,omitempty"`
	Yen      Yen              `json:"yen,omitzero" yaml:"yen,omitempty"`
}

// UnitCost is a cost per head and the number of heads it divides by.
type UnitCost struct {
	At          Position     `json:"at,omitzero" yaml:"at,omitempty"`
	FY          int          `json:"fy,omitempty" yaml:"fy,omitempty"`
	Label       string       `json:"label,omitempty" yaml:"label,omitempty"`
	Denominator *Denominator `json:"denominator,omitempty" yaml:"denominator,omitempty"`
	Yen         Yen          `json:"yen,omitzero" yaml:"yen,omitempty"`
}

// Denominator is the quantity that a cost is divided by, with its definition.
type Denominator struct {
	Name     string `json:"name,omitempty" yaml:"name,omitempty"`
	Quantity `yaml:",inline"`
}

// Evaluation is the judgement of one criterion.
type Evaluation struct {
	At        Position  `json:"at,omitzero" yaml:"at,omitempty"`
	Criterion Criterion `json:"criterion" yaml:"criterion"`
	Label     string    `json:"label,omitempty" yaml:"label,omitempty"`
	FY        int       `json:"fy,omitempty" yaml:"fy,omitempty"`
	Grade     string    `json:"grade,omitempty" yaml:"grade,omitempty"`
	Choice    string    `json:"choice,omitempty" yaml:"choice,omitempty"`
	Options   []string  `json:"options,omitempty" yaml:"options,omitempty"`
	Reason    string    `json:"reason,omitempty" yaml:"reason,omitempty"`
}
