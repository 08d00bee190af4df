package export

import (
	"bytes"
	"io"

	"gopkg.in/yaml.v3"

	"sheetconv/model"
)

// writeYAML writes a stream of YAML documents with --- between them. The model
// chooses the style of every text, so that any YAML reader gets it back whole.
func writeYAML(into io.Writer, documents []*model.Document) error {
	// Each document is encoded into memory first: yaml.v3 would keep the whole
	// stream there anyway, and it drops what an error of the stream was.
	var buffer bytes.Buffer
	for index, document := range documents {
		buffer.Reset()
		if index > 0 {
			buffer.WriteString("---\n")
		}
		encoder := yaml.NewEncoder(&buffer)
		encoder.SetIndent(2)
		if err := encoder.Encode(document.YAMLNode()); err != nil {
			return err
		}
		if err := encoder.Close(); err != nil {
			return err
		}
		if _, err := into.Write(buffer.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
