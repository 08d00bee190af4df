package model

import (
	"strconv"

	"gopkg.in/yaml.v3"
)

// Cumulative says that a figure is a running total (350事業(累計)), or gives
// the running total beside it (72事業(累計215)).
type Cumulative struct {
	Flag   bool
	Amount Number
}

// IsZero reports whether neither is said; encoders leave it out then.
func (c Cumulative) IsZero() bool { return !c.Flag && c.Amount.IsZero() }

// literal returns true or the amount as it stands in JSON and YAML.
func (c Cumulative) literal() string {
	if c.Amount.IsZero() {
		return strconv.FormatBool(c.Flag)
	}
	return c.Amount.literal()
}

// MarshalJSON writes true or the amount.
func (c Cumulative) MarshalJSON() ([]byte, error) { return []byte(c.literal()), nil }

// UnmarshalJSON reads true or an amount.
func (c *Cumulative) UnmarshalJSON(data []byte) error {
	if string(data) == "true" || string(data) == "false" {
		*c = Cumulative{Flag: string(data) == "true"}
		return nil
	}
	*c = Cumulative{}
	return c.Amount.UnmarshalJSON(data)
}

// MarshalYAML writes true or the amount.
func (c Cumulative) MarshalYAML() (any, error) { return plainNode(c.literal()), nil }

// UnmarshalYAML reads true or an amount. Its errors are of the type *ReadError.
func (c *Cumulative) UnmarshalYAML(node *yaml.Node) error {
	*c = Cumulative{}
	if isPlain(node) && (node.Value == "true" || node.Value == "false") {
		c.Flag = node.Value == "true"
		return nil
	}
	if c.Amount.UnmarshalYAML(node) != nil {
		return wrongType(node, "true or a decimal number")
	}
	return nil
}
