package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// policyName is the file that holds the policy of a folder and of those below it.
const policyName = ".sheetconv.yaml"

// policyKeys are the keys that it may have.
var policyKeys = []string{"select", "ignore", "fail-on", "severity", "baseline"}

// settingsError says what is wrong with a file that the user gave the run to go by:
// a policy or a baseline. It is worded already.
type settingsError struct{ text string }

func (e *settingsError) Error() string { return e.text }

// settingsError words what is wrong at a line of a file; 0 is no line.
func (s *session) settingsError(name string, line int, text string) error {
	place := visible(name)
	if line > 0 {
		place += ":" + strconv.Itoa(line)
	}
	return &settingsError{s.say("%[1]s: %[2]s", place, text)}
}

// policies finds the policy of folders. It reads each file once.
type policies struct {
	session *session
	working string // the working directory, for the names in messages
	known   map[string]policy
}

func (s *session) newPolicies() (*policies, error) {
	working, err := os.Getwd()
	return &policies{s, working, map[string]policy{}}, err
}

// of returns what the policy files of a folder and of the folders above it say. The
// nearest one counts, key by key. The search ends at the top of a repository.
func (p *policies) of(folder string) (policy, error) {
	absolute := folder
	if !filepath.IsAbs(folder) {
		absolute = filepath.Join(p.working, folder)
	}
	return p.ofAbsolute(absolute)
}

func (p *policies) ofAbsolute(folder string) (policy, error) {
	if known, is := p.known[folder]; is {
		return known, nil
	}
	found, err := p.read(filepath.Join(folder, policyName))
	if err != nil {
		return policy{}, err
	}
	_, noRepository := os.Stat(filepath.Join(folder, ".git"))
	if above := filepath.Dir(folder); above != folder && noRepository != nil {
		farther, err := p.ofAbsolute(above)
		if err != nil {
			return policy{}, err
		}
		found = found.over(farther)
	}
	p.known[folder] = found
	return found, nil
}

// read reads one policy file; one that is not there says nothing.
func (p *policies) read(name string) (policy, error) {
	shown := name
	if relative, err := filepath.Rel(p.working, name); err == nil {
		shown = relative
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return policy{}, nil
	}
	if err != nil {
		return policy{}, p.session.settingsError(shown, 0, p.session.wordFileError(err))
	}
	reader := policyReader{p.session, shown}
	found, err := reader.read(data)
	if found.baseline != "" && !filepath.IsAbs(found.baseline) {
		found.baseline = filepath.Join(filepath.Dir(shown), filepath.FromSlash(found.baseline))
	}
	return found, err
}

// policyReader reads a policy from YAML, and refuses what it does not know.
type policyReader struct {
	*session
	name string
}

func (r policyReader) wrong(node *yaml.Node, text string) error {
	return r.settingsError(r.name, node.Line, text)
}

// yamlLine is how the YAML package says where a syntax error is.
var yamlLine = regexp.MustCompile(`^yaml: (?:line ([0-9]+): )?`)

func (r policyReader) read(data []byte) (policy, error) {
	var root, next yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&root); err == io.EOF {
		return policy{}, nil // comments alone
	} else if err != nil {
		return policy{}, r.syntaxError(r.name, err)
	}
	if err := decoder.Decode(&next); err == nil {
		return policy{}, r.wrong(&next, r.say("expected one YAML document"))
	} else if err != io.EOF {
		return policy{}, r.syntaxError(r.name, err)
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return policy{}, r.wrong(top, r.say("expected keys and values; the keys are %[1]s", strings.Join(policyKeys, ", ")))
	}
	found := policy{}
	for key, value := range pairs(top) {
		if err := r.uniqueKey(top, key); err != nil {
			return policy{}, err
		}
		if err := r.key(&found, key, value); err != nil {
			return policy{}, err
		}
	}
	return found, nil
}

// syntaxError words an error of the YAML package, which knows the line alone.
func (s *session) syntaxError(name string, err error) error {
	text := err.Error()
	place := yamlLine.FindStringSubmatch(text)
	line := 0
	if place != nil {
		line, _ = strconv.Atoi(place[1]) // 0 where there is none
		text = text[len(place[0]):]
	}
	return s.settingsError(name, line, s.say("not YAML: %[1]s", visible(text)))
}

// pairs walks through the keys and values of a mapping.
func pairs(mapping *yaml.Node) func(func(key, value *yaml.Node) bool) {
	return func(yield func(key, value *yaml.Node) bool) {
		for index := 0; index+1 < len(mapping.Content); index += 2 {
			if !yield(mapping.Content[index], mapping.Content[index+1]) {
				return
			}
		}
	}
}

// uniqueKey refuses a key that stands before in its mapping.
func (r policyReader) uniqueKey(mapping, key *yaml.Node) error {
	for other := range pairs(mapping) {
		if other == key {
			return nil
		}
		if other.Value == key.Value {
			return r.wrong(key, r.say("the key %[1]s stands twice", visible(key.Value)))
		}
	}
	return nil
}

// key reads the value of one key.
func (r policyReader) key(into *policy, key, value *yaml.Node) (err error) {
	switch key.Value {
	case "select":
		into.selected, err = r.codes(value)
	case "ignore":
		into.ignored, err = r.codes(value)
	case "fail-on":
		into.failOn, err = r.oneOf(value, append(slices.Clone(severities), failNever))
	case "severity":
		into.severity, err = r.severities(value)
	case "baseline":
		into.baseline = value.Value
		if value.Kind != yaml.ScalarNode || value.ShortTag() != "!!str" || value.Value == "" {
			err = r.wrong(value, r.say("expected the name of a file"))
		}
	default:
		err = r.unknownKey(key)
	}
	return err
}

func (r policyReader) unknownKey(key *yaml.Node) error {
	if near := nearest(key.Value, policyKeys); near != "" {
		return r.wrong(key, r.say("there is no key %[1]s; did you mean %[2]s?", visible(key.Value), near))
	}
	return r.wrong(key, r.say("there is no key %[1]s; the keys are %[2]s", visible(key.Value), strings.Join(policyKeys, ", ")))
}

// codes reads a list of codes and families.
func (r policyReader) codes(list *yaml.Node) ([]string, error) {
	if list.Kind != yaml.SequenceNode {
		return nil, r.wrong(list, r.say("expected a list of codes, such as [layout, value/unreadable]"))
	}
	codes := []string{}
	for _, row := range list.Content {
		if err := r.code(row); err != nil {
			return nil, err
		}
		codes = append(codes, row.Value)
	}
	return codes, nil
}

func (r policyReader) code(node *yaml.Node) error {
	if wrong := r.wrongSelector(node.Value); wrong != "" {
		return r.wrong(node, wrong)
	}
	return nil
}

func (r policyReader) oneOf(node *yaml.Node, allowed []string) (string, error) {
	if node.Kind != yaml.ScalarNode || !slices.Contains(allowed, node.Value) {
		return "", r.wrong(node, r.say("expected one of %[1]s", strings.Join(allowed, ", ")))
	}
	return node.Value, nil
}

// severities reads what severity codes and families have.
func (r policyReader) severities(mapping *yaml.Node) (map[string]string, error) {
	if mapping.Kind != yaml.MappingNode {
		return nil, r.wrong(mapping, r.say("expected codes with a severity each, such as layout/unmapped: info"))
	}
	found := map[string]string{}
	for code, value := range pairs(mapping) {
		if err := errors.Join(r.uniqueKey(mapping, code), r.code(code)); err != nil {
			return nil, err
		}
		severity, err := r.oneOf(value, severities)
		if err != nil {
			return nil, err
		}
		found[code.Value] = severity
	}
	return found, nil
}
