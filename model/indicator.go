package model

// Indicator is one measured quantity with its values over the years.
type Indicator struct {
	At         Position      `json:"at,omitzero" yaml:"at,omitempty"`
	Kind       IndicatorKind `json:"kind,omitempty" yaml:"kind,omitempty"`
	Name       string        `json:"name,omitempty" yaml:"name,omitempty"`
	Unit       string        `json:"unit,omitempty" yaml:"unit,omitempty"`
	Direction  *Direction    `json:"direction,omitempty" yaml:"direction,omitempty"`
	Cumulative bool          `json:"cumulative,omitempty" yaml:"cumulative,omitempty"`
	Repeated   bool          `json:"repeated,omitempty" yaml:"repeated,omitempty"`
	Definition string        `json:"definition,omitempty" yaml:"definition,omitempty"`
	Method     string        `json:"method,omitempty" yaml:"method,omitempty"`
	// Goal is a target that is tied to no year, or to the plan as a whole.
	Goal   *Quantity `json:"goal,omitempty" yaml:"goal,omitempty"`
	Values []Value   `json:"values,omitempty" yaml:"values,omitempty"`
}

// Direction is where an indicator is to move. A printed bound (2.5%以内)
// stands here as a quantity without Value.
type Direction struct {
	Value    DirectionValue `json:"value,omitempty" yaml:"value,omitempty"`
	Quantity `yaml:",inline"`
}

// Figure is what a printed quantity says, beside its text as printed.
type Figure struct {
	// Raw is the text as printed: trimmed, without markup.
	Raw string `json:"raw,omitempty" yaml:"raw,omitempty"`
	// Number is exact, with as many decimals as printed.
	Number Number `json:"number,omitzero" yaml:"number,omitempty"`
	// Unit is given where the value's own cell prints it.
	Unit string `json:"unit,omitempty" yaml:"unit,omitempty"`
	// Yen is the amount in yen, of every amount of money.
	Yen         Yen        `json:"yen,omitzero" yaml:"yen,omitempty"`
	Bound       Bound      `json:"bound,omitempty" yaml:"bound,omitempty"`
	Approximate bool       `json:"approximate,omitempty" yaml:"approximate,omitempty"`
	Cumulative  Cumulative `json:"cumulative,omitzero" yaml:"cumulative,omitempty"`
	Rank        *Rank      `json:"rank,omitempty" yaml:"rank,omitempty"`
	// State is a word in a number's place: 検討, 実施, 拡大.
	State string `json:"state,omitempty" yaml:"state,omitempty"`
}

// Quantity is a figure with the year, date or note printed with it.
type Quantity struct {
	Figure `yaml:",inline"`
	FY     int    `json:"fy,omitempty" yaml:"fy,omitempty"`
	AsOf   Date   `json:"as_of,omitzero" yaml:"as_of,omitempty"`
	Note   string `json:"note,omitempty" yaml:"note,omitempty"`
}

// Value is a figure of an indicator for one fiscal year and measure.
type Value struct {
	At Position `json:"at,omitzero" yaml:"at,omitempty"`
	// FY is absent where the year can't be told.
	FY      int          `json:"fy,omitempty" yaml:"fy,omitempty"`
	Measure ValueMeasure `json:"measure" yaml:"measure"`
	Figure  `yaml:",inline"`
	AsOf    Date   `json:"as_of,omitzero" yaml:"as_of,omitempty"`
	Note    string `json:"note,omitempty" yaml:"note,omitempty"`
}

// Rank is a position among others: 3/17 団体.
type Rank struct {
	Position int    `json:"position" yaml:"position"`
	Of       int    `json:"of,omitempty" yaml:"of,omitempty"`
	Unit     string `json:"unit,omitempty" yaml:"unit,omitempty"`
}
