import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseNotes } from '../../../scripts/release/notes.ts';
import { UserError } from '../../../src/core/messages/errors.ts';

const changelog = `# Changelog

## [Unreleased]

- Not yet.

## [1.10.0] - 2026-02-01

### Added

- One that is
  written over
  two lines.
- Another:
  - with a part
  \`\`\`yaml
  ## [1.9.0] - 2026-01-01
    a: b
  \`\`\`

A paragraph with [a page](docs/setup.md#gates) and [another](https://example.com).
Its second line.

## [1.1.0] - 2026-01-31
- Older.

## [1.0.0] - 2026-01-01

### Added

[Unreleased]: https://example.com/compare/v1.10.0...HEAD
[1.10.0]: https://example.com/compare/v1.1.0...v1.10.0
`;

test('the notes of a release are its own section, with each entry on one line', () => {
  assert.equal(
    releaseNotes(changelog, '1.10.0'),
    `### Added

- One that is written over two lines.
- Another:
  - with a part
  \`\`\`yaml
  ## [1.9.0] - 2026-01-01
    a: b
  \`\`\`

A paragraph with [a page](https://github.com/staged-upgrade/staged-upgrade/blob/v1.10.0/docs/setup.md#gates) and [another](https://example.com).
Its second line.
`,
  );
  assert.equal(releaseNotes(changelog.replaceAll('\n', '\r\n'), '1.1.0'), '- Older.\n');
});

const refused: readonly (readonly [string, string, string, RegExp])[] = [
  ['without a section', changelog, '2.0.0', /^CHANGELOG\.md has no section for 2\.0\.0\..*"## \[2\.0\.0\] - /],
  ['named like the beginning of another', changelog, '1.10', /has no section for 1\.10\./],
  ['that an example alone has', changelog, '1.9.0', /has no section for 1\.9\.0\./],
  ['whose section has no date', changelog.replace('## [1.1.0] - 2026-01-31', '## [1.1.0]'), '1.1.0', /has no section/],
  ['with two sections', `${changelog}\n## [1.1.0] - 2026-03-01\n- Again.\n`, '1.1.0', /has 2 sections for 1\.1\.0\./],
  ['with headings alone', changelog, '1.0.0', /for 1\.0\.0 is empty\./],
];

for (const [kind, text, version, said] of refused) {
  test(`a release ${kind} is refused`, () => {
    assert.throws(
      () => releaseNotes(text, version),
      (error) => error instanceof UserError && said.test(error.message),
    );
  });
}
