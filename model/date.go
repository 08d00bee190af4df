package model

import (
	"fmt"
	"time"
)

// Date is a calendar day. The zero Date is absent.
type Date struct {
	Year       int
	Month, Day int
}

// NewDate returns the day, and the zero Date and false if there is none such in
// the calendar of the years 1 to 9999.
func NewDate(year, month, day int) (Date, bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	valid := year >= 1 && year <= 9999 &&
		t.Year() == year && int(t.Month()) == month && t.Day() == day
	if !valid {
		return Date{}, false
	}
	return Date{Year: year, Month: month, Day: day}, true
}

// EndOfMonth returns the last day of a month, and the zero Date and false if
// there is no such month.
func EndOfMonth(year, month int) (Date, bool) {
	if month < 1 || month > 12 {
		return Date{}, false
	}
	return NewDate(year, month, time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}

// IsZero reports whether the date is absent; encoders leave it out then.
func (d Date) IsZero() bool { return d == Date{} }

// FiscalYear returns the fiscal year that contains the day: it begins in April.
// It is 0 if the date is absent.
func (d Date) FiscalYear() int {
	if d.IsZero() {
		return 0
	}
	if d.Month < 4 {
		return d.Year - 1
	}
	return d.Year
}

// String returns YYYY-MM-DD, empty if the date is absent.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD.
func (d *Date) UnmarshalText(data []byte) error {
	t, err := time.Parse(time.DateOnly, string(data))
	read, valid := NewDate(t.Year(), int(t.Month()), t.Day())
	if err != nil || !valid {
		return fmt.Errorf("not a date YYYY-MM-DD: %q", shorten(string(data)))
	}
	*d = read
	return nil
}
